// Table: what the notice to the person says, each language as an official notice of those states would.

import type { Direction } from '@entente/contracts/screening/second-line';
import type { Language } from '@entente/contracts/terms';

/** The words of the notice. `{…}` are filled in; nothing of any alert or list is among them. */
export interface NoticeText {
  title: string;
  about: string;
  number: string;
  place: string;
  since: string;
  directions: Record<Direction, string>;
  why: { title: string; words: string[] };
  howLong: { title: string; held: string; notHeld: string };
  rights: { title: string; lead: string; list: { right: string; words: string }[] };
  complaints: { title: string; words: string };
  wishes: { title: string; list: string[] };
  signatures: { officer: string; person: string; moment: string; receipt: string };
  keep: string;
  demonstration: string;
}

export const NOTICE: Record<Language, NoticeText> = {
  en: {
    title: 'Notice to the person',
    about: 'Why you are being asked to wait, and what your rights are',
    number: 'Case number',
    place: 'Place',
    since: 'Check begun',
    directions: { entry: 'entry', exit: 'exit', transit: 'transit', inland: 'inland check' },
    why: {
      title: 'Why you are being asked to wait',
      words: [
        'During the check your particulars were found to resemble a record that the competent authorities must examine. A resemblance is a question, not a finding: many people share a name or a date of birth.',
        'An officer is now establishing your identity. No decision about you has been taken.',
      ],
    },
    howLong: {
      title: 'How long it may last',
      held: 'You have been held for this check since {since}. By law it may last until {limit} at the latest. By then you must be let go, unless a decision has been handed to you in writing.',
      notHeld:
        'You are not detained. Please stay where you are until the check is done; it will be carried out without delay. If you are held, you will be told so at once, with the time until which the law allows it.',
    },
    rights: {
      title: 'Your rights',
      lead: 'While the check lasts, you have the right:',
      list: [
        {
          right: 'to know the reason',
          words: 'in a language you understand, and to be given in writing any decision taken about you;',
        },
        { right: 'to an interpreter', words: 'free of charge;' },
        { right: 'to a lawyer', words: 'of your own choice, and to speak with him or her in private;' },
        {
          right: 'to your consulate:',
          words:
            'it is told of you if you so request, and you may communicate with it (Vienna Convention on Consular Relations of 1963, article 36);',
        },
        {
          right: 'to say that you seek protection',
          words:
            '(asylum), at any time and in any words. Until your claim has been examined you will not be sent to a country where you fear persecution or torture, and that country will not be told of it;',
        },
        {
          right: 'to be looked after:',
          words:
            'to have one person told where you are, to medical help, to water and, if you wait long, to food. If you are under 18, your guardian and the child-protection authority are called;',
        },
        {
          right: 'to complain',
          words:
            'about how you were treated, to ask what data are held about you, and to have what is wrong corrected or erased.',
        },
      ],
    },
    complaints: {
      title: 'Where to complain',
      words: 'Complaints are received by: {authority}. Quote the case number.',
    },
    wishes: {
      title: 'What I ask for (mark what applies)',
      list: [
        'an interpreter; language:',
        'a lawyer; name, if known:',
        'my consulate; state:',
        'I seek protection',
        'medical help',
        'to have someone told; name, telephone:',
      ],
    },
    signatures: {
      officer: 'Officer: name, signature',
      person: 'Person: signature',
      moment: 'Date, time',
      receipt: 'A signature confirms only that this notice was received.',
    },
    keep: 'This notice is yours to keep.',
    demonstration: 'Specimen. Printed by a demonstration node: not an official document.',
  },
  ru: {
    title: 'Уведомление',
    about: 'о причинах проверки и о правах лица, в отношении которого она проводится',
    number: 'Номер дела',
    place: 'Место',
    since: 'Начало проверки',
    directions: { entry: 'въезд', exit: 'выезд', transit: 'транзит', inland: 'проверка внутри страны' },
    why: {
      title: 'Причина проверки',
      words: [
        'В ходе проверки установлено возможное сходство Ваших данных с записью, которую компетентные органы обязаны изучить. Сходство — это вопрос, а не вывод: имена и даты рождения совпадают у многих людей.',
        'В настоящее время должностное лицо устанавливает Вашу личность. Решений в отношении Вас не принято.',
      ],
    },
    howLong: {
      title: 'Срок проверки',
      held: 'Вы удерживаетесь для проверки с {since}. По закону она может продолжаться не позднее чем до {limit}. По истечении этого срока Вас обязаны отпустить, если Вам не вручено письменное решение.',
      notHeld:
        'Вы не задержаны. Просим Вас оставаться на месте до окончания проверки; она проводится без промедления. В случае задержания Вам немедленно сообщат об этом и назовут предельный срок, установленный законом.',
    },
    rights: {
      title: 'Ваши права',
      lead: 'Во время проверки Вы имеете право:',
      list: [
        {
          right: 'знать причину проверки',
          words:
            '— получить разъяснение на понятном Вам языке и письменный экземпляр любого решения, принятого в отношении Вас;',
        },
        { right: 'пользоваться услугами переводчика', words: 'бесплатно;' },
        { right: 'обратиться к адвокату', words: 'по своему выбору и беседовать с ним наедине;' },
        {
          right: 'связаться с консульским учреждением',
          words:
            'своего государства и потребовать, чтобы его уведомили о Вас (Венская конвенция о консульских сношениях 1963 года, статья 36);',
        },
        {
          right: 'заявить, что Вы ищете защиты',
          words:
            '(убежища), — в любой момент и в любой форме. До рассмотрения заявления Вас не вышлют в государство, где Вы опасаетесь преследования или пыток, и этому государству о заявлении не сообщат;',
        },
        {
          right: 'уведомить близкое лицо',
          words:
            'о своём местонахождении, получить медицинскую помощь, воду, а при длительном ожидании — питание. Если Вам нет 18 лет, вызываются законный представитель и орган защиты детей;',
        },
        {
          right: 'подать жалобу',
          words:
            'на действия должностных лиц, узнать, какие данные о Вас хранятся, и потребовать исправить или удалить неверные.',
        },
      ],
    },
    complaints: {
      title: 'Куда подать жалобу',
      words: 'Жалобы принимает: {authority}. Укажите номер дела.',
    },
    wishes: {
      title: 'Прошу (нужное отметить)',
      list: [
        'переводчика; язык:',
        'связь с адвокатом; имя:',
        'уведомить консульство:',
        'предоставить защиту (убежище)',
        'медицинскую помощь',
        'уведомить близкое лицо; имя, телефон:',
      ],
    },
    signatures: {
      officer: 'Должностное лицо: фамилия, подпись',
      person: 'Лицо: подпись',
      moment: 'Дата, время',
      receipt: 'Подпись подтверждает только получение уведомления.',
    },
    keep: 'Уведомление остаётся у Вас.',
    demonstration: 'Образец. Напечатано демонстрационным узлом: официальным документом не является.',
  },
  zh: {
    title: '告知书',
    about: '关于查验原因及当事人权利',
    number: '案件编号',
    place: '地点',
    since: '查验开始时间',
    directions: { entry: '入境', exit: '出境', transit: '过境', inland: '境内查验' },
    why: {
      title: '一、查验原因',
      words: [
        '在查验过程中，发现您的信息与主管机关须予核实的一项记录可能相近。相近仅为提示，并非结论：同名或出生日期相同者为数众多。',
        '工作人员正在核实您的身份。目前未对您作出任何决定。',
      ],
    },
    howLong: {
      title: '二、查验期限',
      held: '您自{since}起因本次查验被留置。依照法律，留置最迟至{limit}止。届时未向您送达书面决定的，应当准许您离开。',
      notHeld:
        '您未被留置。请在原地等候查验结束，我们将不迟延地办理。如需留置，将立即告知您，并说明法律允许的最长期限。',
    },
    rights: {
      title: '三、您的权利',
      lead: '查验期间，您有权：',
      list: [
        { right: '知悉原因', words: '——以您通晓的语言获知查验原因，并取得对您所作任何决定的书面文本；' },
        { right: '获得翻译协助', words: '，不收取费用；' },
        { right: '委托律师', words: '，并与其单独会见；' },
        {
          right: '联系本国领事机构',
          words: '，并要求将您的情况通知该机构（1963年《维也纳领事关系公约》第三十六条）；',
        },
        {
          right: '表明您寻求保护',
          words:
            '（庇护），可随时以任何方式提出。申请审查结束前，不会将您送往您担心遭受迫害或酷刑的国家，也不会向该国透露此事；',
        },
        {
          right: '受到妥善对待',
          words:
            '：将您所在地点通知一名亲友，获得医疗救助和饮水；等候时间较长的，获得饮食。您未满十八周岁的，应通知监护人和儿童保护机构到场；',
        },
        { right: '提出申诉', words: '：对工作人员的行为提出申诉，查询所存您的个人信息，要求更正或删除错误信息。' },
      ],
    },
    complaints: { title: '四、申诉受理机关', words: '申诉由{authority}受理。请注明案件编号。' },
    wishes: {
      title: '本人要求（请勾选）',
      list: [
        '翻译，语种：',
        '律师，姓名（如有）：',
        '通知领事机构，国家：',
        '本人寻求保护',
        '医疗救助',
        '通知亲友，姓名、电话：',
      ],
    },
    signatures: {
      officer: '工作人员姓名、签字',
      person: '当事人签字',
      moment: '日期、时间',
      receipt: '签字仅表示已收到本告知书。',
    },
    keep: '本告知书由当事人留存。',
    demonstration: '样本：由演示节点打印，不具有法律效力。',
  },
};
