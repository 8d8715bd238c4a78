// Table: what each rule of alerts says, in three languages, and where it comes from.
import type { Translated } from '../terms.ts';

/** What a rule says to the officer it stops, with `{placeholders}` for values, and where it comes from. */
export interface RuleText {
  says: Translated;
  source: string;
}

/** Where a rule comes from, as an officer would cite it. */
const DESIGN = 'Entente, safeguards';
const STEPS = 'docs/decisions/0041-rules-of-alerts.md';
const CONV = 'Shanghai Convention (2001), art. 1; design, section 5';
const ICCPR9 = 'International Covenant on Civil and Political Rights, art. 9(1)';
const ICCPR18 = 'International Covenant on Civil and Political Rights, art. 18';
const ICCPR19 = 'International Covenant on Civil and Political Rights, art. 19(2)';
const ICCPR25 =
  'International Covenant on Civil and Political Rights, arts. 19, 21, 22 and 25; INTERPOL Constitution, art. 3';
const ICCPR26 = 'International Covenant on Civil and Political Rights, arts. 26 and 27';
const CRC = 'Convention on the Rights of the Child, arts. 1, 3 and 37(b)';
const REFUGEE = 'Convention relating to the Status of Refugees (1951), arts. 32 and 33';
const CAT = 'Convention against Torture (1984), art. 3';
const INTERPOL3 = 'INTERPOL Constitution, art. 3; design, section 5';
const EXTRADITION2 = 'UN Model Treaty on Extradition (A/RES/45/116), art. 2(1)';
const EXTRADITION4 = 'UN Model Treaty on Extradition (A/RES/45/116), art. 4(d)';
const SIS20 = 'Regulation (EU) 2018/1862, art. 20';
const SIS22 = 'Regulation (EU) 2018/1862, art. 22';
const SIS33 = 'Regulation (EU) 2018/1862, art. 33';
const SIS38 = 'Regulation (EU) 2018/1862, art. 38(2)';
const SIS53 = 'Regulation (EU) 2018/1862, arts. 53–55';
const SIS62 = 'Regulation (EU) 2018/1862, art. 62';
const ICAO = 'ICAO Doc 9303-3, 4';
const ISO8601 = 'ISO 8601-1, 5.2';
const UNICODE = 'Unicode Technical Report 36, 2.5';
const SCHEMES = 'IMO resolution A.1117(30); ITU-R M.585; ISO 6346; ICAO Annex 10, vol. III; 49 CFR 565.15';

/** Of the content: what it must hold, and may not rest on. */
export const CONTENT_RULES = {
  'unknown-category': {
    says: {
      en: 'The category is not one of this organisation’s profile.',
      ru: 'Такой категории нет в профиле организации.',
      zh: '本组织的配置中没有该类别。',
    },
    source: DESIGN,
  },
  'kind-not-of-category': {
    says: {
      en: 'An alert of this category cannot be about this kind of subject.',
      ru: 'Ориентировка этой категории не может касаться такого объекта.',
      zh: '此类别的警示不能针对该类对象。',
    },
    source: DESIGN,
  },
  'legal-basis-missing': {
    says: {
      en: 'The act of national law on which the alert rests must be named.',
      ru: 'Необходимо указать акт национального законодательства, на котором основана ориентировка.',
      zh: '须载明警示所依据的国内法律文件。',
    },
    source: DESIGN,
  },
  'unknown-instrument': {
    says: {
      en: 'The treaty named is not one of this organisation’s profile.',
      ru: 'Указанного договора нет в профиле организации.',
      zh: '所载条约不在本组织的配置中。',
    },
    source: DESIGN,
  },
  'issuing-authority-missing': {
    says: {
      en: 'The authority that decided on the alert must be named, with the reference and date of its decision.',
      ru: 'Необходимо указать орган, принявший решение об ориентировке, номер и дату решения.',
      zh: '须载明决定发布警示的机关及其决定的文号和日期。',
    },
    source: DESIGN,
  },
  'issuing-date-in-future': {
    says: {
      en: 'The authority’s decision is dated {date}, which is still to come.',
      ru: 'Решение органа датировано {date}; этот день ещё не наступил.',
      zh: '机关决定所载日期为{date}，尚未到来。',
    },
    source: DESIGN,
  },
  'action-missing': {
    says: {
      en: 'The alert must say what is asked of the officer who meets its subject.',
      ru: 'Необходимо указать, что требуется от сотрудника, обнаружившего лицо или объект.',
      zh: '警示须载明要求发现人员采取的措施。',
    },
    source: SIS20,
  },
  'action-not-permitted': {
    says: {
      en: 'This action is not open to an alert of this category.',
      ru: 'Эта мера не предусмотрена для ориентировки данной категории.',
      zh: '此类别的警示不得要求采取该措施。',
    },
    source: SIS20,
  },
  'impossible-date': {
    says: {
      en: '{date} is no day of the calendar, or lies too far back for a person’s life.',
      ru: '{date} — такой даты нет в календаре, или она слишком отдалена для жизни человека.',
      zh: '{date}不是有效日期，或距今过久，不可能为在世之人的日期。',
    },
    source: ISO8601,
  },
  'date-in-future': {
    says: {
      en: '{date} is still to come; only what has happened can be entered here.',
      ru: '{date} ещё не наступило; здесь указывают только то, что уже произошло.',
      zh: '{date}尚未到来；此处只能填写已发生事项的日期。',
    },
    source: DESIGN,
  },
  'hidden-characters': {
    says: {
      en: 'The text holds characters that are not seen, or that turn the direction of writing; write it again without them.',
      ru: 'Текст содержит невидимые знаки или знаки, меняющие направление письма; наберите его заново без них.',
      zh: '文本含有不可见字符或改变书写方向的字符，请重新输入。',
    },
    source: UNICODE,
  },
  'text-too-long': {
    says: {
      en: 'The text is longer than {most} characters.',
      ru: 'Текст длиннее {most} знаков.',
      zh: '文本超过{most}个字符。',
    },
    source: STEPS,
  },
  'audience-empty': {
    says: {
      en: 'An alert for named members names at least one; an empty list means nobody.',
      ru: 'Если ориентировка предназначена отдельным государствам-членам, укажите хотя бы одно: пустой список не означает никого.',
      zh: '面向特定成员的警示须至少指明一个成员；名单为空即无接收方。',
    },
    source: DESIGN,
  },
  'audience-unknown': {
    says: {
      en: '{name} is no other member of this organisation and none of its bodies with a node.',
      ru: '{name} не является другим государством-членом организации или её органом, имеющим узел.',
      zh: '{name}既非本组织其他成员，也非设有节点的机构。',
    },
    source: DESIGN,
  },
  'expiry-missing': {
    says: {
      en: 'The alert must say on which day it expires.',
      ru: 'Необходимо указать день, в который ориентировка прекращает действие.',
      zh: '须载明警示的失效日期。',
    },
    source: SIS53,
  },
  'expiry-in-the-past': {
    says: {
      en: 'The day of expiry, {date}, has passed.',
      ru: 'День прекращения действия, {date}, уже прошёл.',
      zh: '失效日期{date}已过。',
    },
    source: SIS53,
  },
  'life-too-long': {
    says: {
      en: 'An alert of this category lives at most {days} days: until {latest}.',
      ru: 'Ориентировка этой категории действует не более {days} дней: до {latest}.',
      zh: '此类别警示的有效期最长{days}天，至{latest}止。',
    },
    source: SIS53,
  },
  'review-date-missing': {
    says: {
      en: 'The alert must say on which day the need for it is reviewed.',
      ru: 'Необходимо указать день, в который проверяется необходимость ориентировки.',
      zh: '须载明复查警示必要性的日期。',
    },
    source: SIS53,
  },
  'review-in-the-past': {
    says: {
      en: 'The day of review, {date}, has passed.',
      ru: 'День проверки необходимости, {date}, уже прошёл.',
      zh: '复查日期{date}已过。',
    },
    source: SIS53,
  },
  'review-too-late': {
    says: {
      en: 'The need for an alert of this category is reviewed by {latest} at the latest.',
      ru: 'Необходимость ориентировки этой категории проверяется не позднее {latest}.',
      zh: '此类别警示的必要性最迟须于{latest}复查。',
    },
    source: SIS53,
  },
  'offence-missing': {
    says: {
      en: 'The offence must be described, with the article of criminal law it falls under.',
      ru: 'Необходимо описать преступление и указать статью уголовного закона.',
      zh: '须载明犯罪事实及其触犯的刑法条款。',
    },
    source: DESIGN,
  },
  'definition-missing': {
    says: {
      en: 'The definition relied on must be named.',
      ru: 'Необходимо указать определение, на которое опирается ориентировка.',
      zh: '须载明所依据的定义。',
    },
    source: CONV,
  },
  'definition-unknown': {
    says: {
      en: 'The definition named is not one of this organisation’s profile.',
      ru: 'Указанного определения нет в профиле организации.',
      zh: '所载定义不在本组织的配置中。',
    },
    source: CONV,
  },
  'definition-of-another-kind': {
    says: {
      en: 'The definition relied on is of another kind of offence than the one named.',
      ru: 'Указанное определение относится к преступлению иного вида.',
      zh: '所依据的定义与所载犯罪种类不符。',
    },
    source: CONV,
  },
  'conduct-missing': {
    says: {
      en: 'It must be said what the accusation rests on.',
      ru: 'Необходимо указать, в чём состоят вменяемые действия.',
      zh: '须载明指控所依据的行为。',
    },
    source: DESIGN,
  },
  'no-violent-act': {
    says: {
      en: 'Terrorism, separatism and extremism count only as acts of violence: the violent act must be named.',
      ru: 'Терроризм, сепаратизм и экстремизм учитываются только как насильственные деяния: необходимо указать насильственное деяние.',
      zh: '恐怖主义、分裂主义和极端主义仅指暴力行为：须载明具体暴力行为。',
    },
    source: CONV,
  },
  'violent-act-unknown': {
    says: {
      en: 'The violent act named is not one of the profile’s catalogue.',
      ru: 'Указанного насильственного деяния нет в перечне профиля.',
      zh: '所载暴力行为不在配置的目录中。',
    },
    source: CONV,
  },
  'violent-act-incomplete': {
    says: {
      en: 'The violent act must be described, with its date and place.',
      ru: 'Насильственное деяние необходимо описать, указав дату и место.',
      zh: '须描述暴力行为，并载明时间和地点。',
    },
    source: CONV,
  },
  'violent-act-of-speech': {
    says: {
      en: 'The act described is one of publication, speech, belief or assembly ({terms}); no harm to a person is described. That is no act of violence.',
      ru: 'Описаны публикация, высказывание, вероисповедание или собрание ({terms}); вред людям не описан. Это не насильственное деяние.',
      zh: '所描述的是出版、言论、信仰或集会（{terms}），未述及对人的伤害，不属于暴力行为。',
    },
    source: CONV,
  },
  'no-ground-of-speech': {
    says: {
      en: 'A publication or speech is no ground for an alert.',
      ru: 'Публикация или высказывание не является основанием для ориентировки.',
      zh: '出版或言论不得作为发布警示的依据。',
    },
    source: ICCPR19,
  },
  'no-ground-of-belief': {
    says: {
      en: 'Belief or worship is no ground for an alert.',
      ru: 'Вероисповедание или богослужение не является основанием для ориентировки.',
      zh: '信仰或礼拜不得作为发布警示的依据。',
    },
    source: ICCPR18,
  },
  'no-ground-of-ethnicity': {
    says: {
      en: 'Ethnicity is no ground for an alert.',
      ru: 'Этническая принадлежность не является основанием для ориентировки.',
      zh: '民族或族裔不得作为发布警示的依据。',
    },
    source: ICCPR26,
  },
  'no-ground-of-politics': {
    says: {
      en: 'Political activity is no ground for an alert.',
      ru: 'Политическая деятельность не является основанием для ориентировки.',
      zh: '政治活动不得作为发布警示的依据。',
    },
    source: ICCPR25,
  },
  'membership-is-no-ground': {
    says: {
      en: 'Membership alone is no ground for an alert: it is a sourced and graded link.',
      ru: 'Одно лишь членство не является основанием для ориентировки: это связь с указанием источника и оценкой.',
      zh: '仅凭成员身份不得发布警示；成员关系只是注明来源并经评级的联系。',
    },
    source: DESIGN,
  },
  'warrant-missing': {
    says: {
      en: 'The warrant, judgment or decision must be named, with its authority, number and date.',
      ru: 'Необходимо указать постановление, приговор или решение: орган, номер и дату.',
      zh: '须载明令状、判决或决定的机关、文号和日期。',
    },
    source: DESIGN,
  },
  'warrant-in-future': {
    says: {
      en: 'The warrant, judgment or decision is dated {date}, which is still to come.',
      ru: 'Постановление, приговор или решение датировано {date}; этот день ещё не наступил.',
      zh: '令状、判决或决定所载日期为{date}，尚未到来。',
    },
    source: DESIGN,
  },
  'arrest-on-a-decision': {
    says: {
      en: 'Nobody is arrested on an administrative decision: a warrant or a judgment is needed.',
      ru: 'По административному решению никого не задерживают: необходимы постановление об аресте или приговор.',
      zh: '不得凭行政决定逮捕任何人：须有逮捕令或判决。',
    },
    source: ICCPR9,
  },
  'authorisation-missing': {
    says: {
      en: 'The authorisation of a court or prosecutor must be named, with its authority, number and date.',
      ru: 'Необходимо указать санкцию суда или прокурора: орган, номер и дату.',
      zh: '须载明法院或检察机关授权的机关、文号和日期。',
    },
    source: DESIGN,
  },
  'authorisation-in-future': {
    says: {
      en: 'The authorisation is dated {date}, which is still to come.',
      ru: 'Санкция датирована {date}; этот день ещё не наступил.',
      zh: '授权所载日期为{date}，尚未到来。',
    },
    source: DESIGN,
  },
  'discreet-without-ground': {
    says: {
      en: 'The serious violent offence or the concrete threat must be described.',
      ru: 'Необходимо описать тяжкое насильственное преступление или конкретную угрозу.',
      zh: '须描述严重暴力犯罪或具体威胁。',
    },
    source: DESIGN,
  },
  'discreet-on-speech': {
    says: {
      en: 'What is described is publication, speech, belief or assembly ({terms}); no harm to a person is described. That is no ground for a discreet check.',
      ru: 'Описаны публикация, высказывание, вероисповедание или собрание ({terms}); вред людям не описан. Это не основание для негласной проверки.',
      zh: '所描述的是出版、言论、信仰或集会（{terms}），未述及对人的伤害，不得据此进行隐蔽检查。',
    },
    source: DESIGN,
  },
  'discreet-too-long': {
    says: {
      en: 'A discreet check ends at most a year after its authorisation: on {latest}.',
      ru: 'Негласная проверка прекращается не позднее года со дня санкции: {latest}.',
      zh: '隐蔽检查自授权之日起最长一年，至{latest}止。',
    },
    source: DESIGN,
  },
  'extension-needs-authorisation': {
    says: {
      en: 'An extension needs an authorisation of its own, given since the one in force.',
      ru: 'Для продления необходима новая санкция, выданная после действующей.',
      zh: '延期须另有授权，且须在现行授权之后作出。',
    },
    source: DESIGN,
  },
  'minor-never': {
    says: {
      en: 'A person who may be under 18 is never in an alert of this category.',
      ru: 'Лицо, которому может не быть 18 лет, не включается в ориентировку этой категории.',
      zh: '可能未满18周岁者不得列入此类警示。',
    },
    source: CRC,
  },
  'minor-protective-first': {
    says: {
      en: 'For a person who may be under 18, a protective action comes first.',
      ru: 'В отношении лица, которому может не быть 18 лет, сначала применяются меры защиты.',
      zh: '对可能未满18周岁者，应首先采取保护措施。',
    },
    source: CRC,
  },
  'child-protection-contact-missing': {
    says: {
      en: 'For a person who may be under 18, the child-protection authority and its contact must be named.',
      ru: 'Если лицу может не быть 18 лет, необходимо указать орган защиты детей и контакт.',
      zh: '对可能未满18周岁者，须载明儿童保护机关及联系方式。',
    },
    source: CRC,
  },
  'review-at-majority': {
    says: {
      en: 'The need for the alert is reviewed by the 18th birthday, {latest}, at the latest.',
      ru: 'Необходимость ориентировки проверяется не позднее дня восемнадцатилетия, {latest}.',
      zh: '警示的必要性最迟须于当事人满18周岁之日（{latest}）复查。',
    },
    source: SIS53,
  },
  'whereabouts-without-consent': {
    says: {
      en: 'The whereabouts of an adult are told only with a recorded consent.',
      ru: 'Местонахождение взрослого сообщают только с его зафиксированного согласия.',
      zh: '未经记录在案的同意，不得告知成年人的下落。',
    },
    source: SIS33,
  },
  'refugee-blocks-transfer': {
    says: {
      en: 'Refugee status or a protection claim is known: no action that leads to surrender may be asked for.',
      ru: 'Известно о статусе беженца или ходатайстве о защите: меры, ведущие к выдаче, не допускаются.',
      zh: '已知当事人为难民或已提出保护请求：不得要求采取导致移交的措施。',
    },
    source: REFUGEE,
  },
  'identity-missing': {
    says: {
      en: 'An alert about a person needs an identity.',
      ru: 'В ориентировке на лицо необходимо указать личность.',
      zh: '人员警示须载明身份。',
    },
    source: SIS20,
  },
  'name-missing': {
    says: {
      en: 'A name is needed here.',
      ru: 'Здесь необходимо имя.',
      zh: '此处须填写姓名或名称。',
    },
    source: SIS20,
  },
  'too-little-to-identify': {
    says: {
      en: 'A name alone would stop others: a year of birth or a document with its number is needed too.',
      ru: 'По одному имени остановят посторонних: необходим также год рождения или документ с номером.',
      zh: '仅凭姓名会误及他人：还须有出生年份或证件号码。',
    },
    source: SIS22,
  },
  'only-misused': {
    says: {
      en: 'An identity of the person sought is needed, confirmed or claimed: those given are false or belong to a victim.',
      ru: 'Необходима личность разыскиваемого, подтверждённая или заявленная: указанные — ложные или принадлежат пострадавшему.',
      zh: '须载明被查找人经确认或自称的身份：现有身份为虚假身份或属于受害人。',
    },
    source: SIS62,
  },
  'misused-without-consent': {
    says: {
      en: 'A misused identity is entered only with the victim’s recorded consent.',
      ru: 'Используемая чужая личность вносится только с зафиксированного согласия пострадавшего.',
      zh: '被冒用的身份须有受害人记录在案的同意方可录入。',
    },
    source: SIS62,
  },
  'membership-unsourced': {
    says: {
      en: 'A link to an organisation needs the organisation’s name and a source.',
      ru: 'Для связи с организацией необходимы её название и источник сведений.',
      zh: '与组织的联系须载明组织名称和信息来源。',
    },
    source: DESIGN,
  },
  'document-type-missing': {
    says: {
      en: 'The kind of document must be named.',
      ru: 'Необходимо указать вид документа.',
      zh: '须载明证件种类。',
    },
    source: ICAO,
  },
  'document-number-missing': {
    says: {
      en: 'The number of the document must be given.',
      ru: 'Необходимо указать номер документа.',
      zh: '须填写证件号码。',
    },
    source: ICAO,
  },
  'document-issuer-missing': {
    says: {
      en: 'The state that issued the document must be named.',
      ru: 'Необходимо указать государство, выдавшее документ.',
      zh: '须载明证件签发国。',
    },
    source: DESIGN,
  },
  'document-of-another-state': {
    says: {
      en: 'A state enters only documents that it issued itself.',
      ru: 'Государство вносит только документы, которые выдало само.',
      zh: '一国只能录入本国签发的证件。',
    },
    source: DESIGN,
  },
  'document-status-missing': {
    says: {
      en: 'It must be said whether the document is lost, stolen or invalidated.',
      ru: 'Необходимо указать, утрачен документ, похищен или признан недействительным.',
      zh: '须载明证件系遗失、被盗或作废。',
    },
    source: SIS38,
  },
  'status-not-of-category': {
    says: {
      en: 'An invalidated document has a category of its own, and so has a lost or stolen one.',
      ru: 'Для недействительных документов есть своя категория, для утраченных и похищенных — своя.',
      zh: '作废证件与遗失、被盗证件分属不同类别。',
    },
    source: SIS38,
  },
  'invalidation-missing': {
    says: {
      en: 'The decision that invalidated the document must be named: authority, number, date, and how to appeal.',
      ru: 'Необходимо указать решение о признании документа недействительным: орган, номер, дату и порядок обжалования.',
      zh: '须载明作废决定的机关、文号、日期及申诉途径。',
    },
    source: DESIGN,
  },
  'invalidation-in-future': {
    says: {
      en: 'The decision that invalidated the document is dated {date}, which is still to come.',
      ru: 'Решение о признании документа недействительным датировано {date}; этот день ещё не наступил.',
      zh: '作废决定所载日期为{date}，尚未到来。',
    },
    source: DESIGN,
  },
  'document-action': {
    says: {
      en: 'A document record alone never detains and never surrenders anybody.',
      ru: 'По одной лишь записи о документе никого не задерживают и не выдают.',
      zh: '不得仅凭证件记录扣留或移交任何人。',
    },
    source: DESIGN,
  },
  'blank-range-malformed': {
    says: {
      en: 'The first and the last number are digits of the same length, the first not after the last, after a prefix of letters or digits.',
      ru: 'Первый и последний номера — цифры одинаковой длины, первый не больше последнего; перед ними серия из букв или цифр.',
      zh: '起止号码须为位数相同的数字，起号不大于止号；前缀只能是字母或数字。',
    },
    source: ICAO,
  },
  'blank-range-too-large': {
    says: {
      en: 'A range holds at most {most} documents.',
      ru: 'Диапазон содержит не более {most} документов.',
      zh: '号码区间最多包含{most}份证件。',
    },
    source: STEPS,
  },
  'object-unidentified': {
    says: {
      en: 'The object needs an identifier: a plate with its country or a VIN; an IMO or MMSI number, a call sign, or a name with the flag; a registration or an ICAO address; a container number; a serial number with the make.',
      ru: 'Нужен опознавательный признак: номерной знак со страной или VIN; номер ИМО, MMSI, позывной или название с флагом; регистрация или адрес ИКАО; номер контейнера; заводской номер с маркой.',
      zh: '须有识别信息：号牌及国别或VIN；IMO编号、MMSI、呼号或船名及船旗；航空器登记号或ICAO地址；集装箱号；枪号及制造商。',
    },
    source: SIS38,
  },
  'identifier-invalid': {
    says: {
      en: 'The number does not follow its scheme; compare it with the paper.',
      ru: 'Номер не соответствует своей схеме; сверьте его с документом.',
      zh: '号码不符合其编制规则，请与文件核对。',
    },
    source: SCHEMES,
  },
  'designation-missing': {
    says: {
      en: 'The designation must be named: authority, instrument, reference and date.',
      ru: 'Необходимо указать решение о внесении в перечень: орган, акт, номер и дату.',
      zh: '须载明列名的机关、文书、文号和日期。',
    },
    source: DESIGN,
  },
  'extension-changes-content': {
    says: {
      en: 'An extension changes only the dates and the warrant or authorisation; anything else is an amendment.',
      ru: 'Продление меняет только сроки и постановление или санкцию; всё прочее — изменение.',
      zh: '延期只能变更日期和令状或授权；其他变更须作修改。',
    },
    source: DESIGN,
  },
  'extension-not-later': {
    says: {
      en: 'An extension ends later than the alert in force, {date}.',
      ru: 'Продление должно завершаться позже действующей ориентировки, {date}.',
      zh: '延期后的失效日期须晚于现行日期{date}。',
    },
    source: STEPS,
  },
  'amendment-moves-expiry': {
    says: {
      en: 'An amendment leaves the day of expiry as it is; to move it, extend the alert.',
      ru: 'Изменение не затрагивает день прекращения действия; чтобы его перенести, продлите ориентировку.',
      zh: '修改不得变更失效日期；如需变更，请办理延期。',
    },
    source: DESIGN,
  },
  'amendment-changes-category': {
    says: {
      en: 'An amendment leaves the category and the kind of subject as they are; for another, withdraw the alert and issue a new one.',
      ru: 'Изменение не затрагивает категорию и вид объекта; для другой категории отзовите ориентировку и выпустите новую.',
      zh: '修改不得变更类别和对象种类；如需变更，请撤回后重新发布。',
    },
    source: STEPS,
  },
} as const satisfies Record<string, RuleText>;

/** Of the review: who may give it, and what a named person answers for. */
export const REVIEW_RULES = {
  'own-review': {
    says: {
      en: 'Who wrote a version does not review it: a second officer decides.',
      ru: 'Составитель не проверяет собственную версию: решение принимает второй сотрудник.',
      zh: '起草人不得审核自己起草的版本，须由另一名人员决定。',
    },
    source: DESIGN,
  },
  'reasons-missing': {
    says: {
      en: 'A decision needs reasons of at least {least} characters, or half as many Chinese ones.',
      ru: 'Решение должно быть мотивировано: не менее {least} знаков.',
      zh: '决定须说明理由，至少{half}个汉字（或{least}个字符）。',
    },
    source: DESIGN,
  },
  'neutrality-unanswered': {
    says: {
      en: 'Each question of the neutrality review is answered with reasons.',
      ru: 'На каждый вопрос проверки нейтральности даётся мотивированный ответ.',
      zh: '中立性审查的每个问题均须附理由作答。',
    },
    source: INTERPOL3,
  },
  'not-neutral': {
    says: {
      en: 'The reviewer finds that the ground is not conduct alone: the alert may not come into force.',
      ru: 'Проверяющий установил, что основание — не только деяние: ориентировка не может вступить в силу.',
      zh: '审核人认定依据不限于行为：警示不得生效。',
    },
    source: INTERPOL3,
  },
  'protection-known': {
    says: {
      en: 'The reviewer knows of refugee status or a protection claim: no action that leads to surrender may be asked for.',
      ru: 'Проверяющему известно о статусе беженца или ходатайстве о защите: меры, ведущие к выдаче, не допускаются.',
      zh: '审核人知悉难民身份或保护请求：不得要求采取导致移交的措施。',
    },
    source: REFUGEE,
  },
  'death-penalty-unassured': {
    says: {
      en: 'Death could be imposed: the reasons must name the assurance that it will not be, with its number or date.',
      ru: 'Возможна смертная казнь: необходимо указать гарантию её неприменения с номером или датой.',
      zh: '可能判处死刑：理由中须载明不判处死刑的保证及其文号或日期。',
    },
    source: EXTRADITION4,
  },
  'torture-risk': {
    says: {
      en: 'There are grounds to fear torture: the alert may not come into force.',
      ru: 'Есть основания опасаться пыток: ориентировка не может вступить в силу.',
      zh: '有理由担心酷刑：警示不得生效。',
    },
    source: CAT,
  },
  'no-dual-criminality': {
    says: {
      en: 'The conduct is no offence in the other members: no action that leads to surrender may be asked for.',
      ru: 'Деяние не является преступлением в других государствах-членах: меры, ведущие к выдаче, не допускаются.',
      zh: '该行为在其他成员国不构成犯罪：不得要求采取导致移交的措施。',
    },
    source: EXTRADITION2,
  },
  'suspect-terms-unanswered': {
    says: {
      en: 'The ground speaks of {terms}: the reviewer must say why that is not what the alert rests on.',
      ru: 'В основании упоминаются: {terms}. Проверяющий должен указать, почему ориентировка основана не на этом.',
      zh: '依据中提及{terms}：审核人须说明警示为何并非以此为依据。',
    },
    source: DESIGN,
  },
} as const satisfies Record<string, RuleText>;

/** Of the order of steps: what may be done while an alert stands as it does. */
export const LIFECYCLE_RULES = {
  'clock-set-back': {
    says: {
      en: 'The node’s clock is earlier than the last step of this alert. Nothing is done until the clock is right.',
      ru: 'Часы узла показывают время раньше последнего действия с этой ориентировкой. До исправления часов ничего не выполняется.',
      zh: '节点时钟早于本警示的上一步操作。时钟校正前不执行任何操作。',
    },
    source: STEPS,
  },
  'not-a-draft': {
    says: {
      en: 'There is no draft: only what is being written can be changed, submitted or abandoned.',
      ru: 'Черновика нет: изменить, направить на проверку или оставить можно только то, что ещё составляется.',
      zh: '没有草稿：只有正在起草的内容才能修改、提交或放弃。',
    },
    source: STEPS,
  },
  'alike-unconsidered': {
    says: {
      en: '{ref} may be about the same: say why it is another, or amend that alert instead.',
      ru: '{ref} может касаться того же: укажите, почему это не одно и то же, либо измените ту ориентировку.',
      zh: '{ref}可能针对同一对象：请说明为何不同，或改为修改该警示。',
    },
    source: STEPS,
  },
  'not-in-review': {
    says: {
      en: 'Nothing of this alert awaits a review.',
      ru: 'По этой ориентировке ничего не ожидает проверки.',
      zh: '本警示没有待审核的内容。',
    },
    source: STEPS,
  },
  'not-in-force': {
    says: {
      en: 'The alert is not in force.',
      ru: 'Ориентировка не действует.',
      zh: '警示未生效或已失效。',
    },
    source: STEPS,
  },
  'version-under-way': {
    says: {
      en: 'A version of this alert is being written or reviewed; it is finished or abandoned first.',
      ru: 'Версия этой ориентировки составляется или проверяется; сначала её завершают или оставляют.',
      zh: '本警示已有版本正在起草或审核，须先完成或放弃。',
    },
    source: STEPS,
  },
  'disputed-not-extended': {
    says: {
      en: 'The record is disputed; it is not extended before the dispute is resolved.',
      ru: 'Запись оспорена; до разрешения спора она не продлевается.',
      zh: '该记录存在异议，异议解决前不予延期。',
    },
    source: DESIGN,
  },
  'dispute-of-documents-only': {
    says: {
      en: 'A dispute is entered against the record of a document; a person’s complaint about an alert goes to redress.',
      ru: 'Оспорить таким образом можно запись о документе; жалоба лица на ориентировку рассматривается в порядке обжалования.',
      zh: '异议仅针对证件记录；个人对警示的申诉走救济程序。',
    },
    source: DESIGN,
  },
  'already-disputed': {
    says: {
      en: 'The record is already disputed.',
      ru: 'Запись уже оспорена.',
      zh: '该记录已有异议。',
    },
    source: STEPS,
  },
  'not-disputed': {
    says: {
      en: 'The record is not disputed.',
      ru: 'Запись не оспорена.',
      zh: '该记录没有异议。',
    },
    source: STEPS,
  },
  'not-the-owner': {
    says: {
      en: 'The alert is another state’s: only its owner changes or ends it.',
      ru: 'Ориентировка принадлежит другому государству: изменить или прекратить её может только владелец.',
      zh: '该警示属于他国：只有所属国才能修改或终止。',
    },
    source: DESIGN,
  },
  'own-alert': {
    says: {
      en: 'The alert is this state’s own; acceptance and flags are for alerts of others.',
      ru: 'Ориентировка принадлежит этому государству; приём и отметки касаются только чужих ориентировок.',
      zh: '该警示为本国所有；接受和标记仅适用于他国警示。',
    },
    source: DESIGN,
  },
  'nothing-to-accept': {
    says: {
      en: 'Nothing of this alert awaits acceptance.',
      ru: 'По этой ориентировке ничего не ожидает приёма.',
      zh: '本警示没有待接受的内容。',
    },
    source: STEPS,
  },
  'not-accepted-yet': {
    says: {
      en: 'The alert sleeps: it is accepted or refused first.',
      ru: 'Ориентировка пока не действует здесь: сначала её принимают или отклоняют.',
      zh: '该警示尚未生效：须先予以接受或拒绝。',
    },
    source: DESIGN,
  },
  'already-flagged': {
    says: {
      en: 'The alert is flagged already.',
      ru: 'На ориентировке уже стоит отметка.',
      zh: '本警示已有标记。',
    },
    source: STEPS,
  },
  'not-flagged': {
    says: {
      en: 'The alert is not flagged.',
      ru: 'На ориентировке нет отметки.',
      zh: '本警示没有标记。',
    },
    source: STEPS,
  },
  'not-ended': {
    says: {
      en: 'Only what has been withdrawn or has expired is deleted.',
      ru: 'Удалить можно только отозванную или истёкшую ориентировку.',
      zh: '只有已撤回或已失效的警示才能删除。',
    },
    source: DESIGN,
  },
} as const satisfies Record<string, RuleText>;

/** Of a flag: what this state does on its territory in the place of what the owner asks for. */
export const FLAG_RULES = {
  'alternative-unknown': {
    says: {
      en: 'The profile has no such action.',
      ru: 'В профиле нет такой меры.',
      zh: '配置中没有该措施。',
    },
    source: DESIGN,
  },
  'alternative-not-milder': {
    says: {
      en: 'A flag asks for less: the alternative holds nobody, hands nobody over and is not what the owner asks for.',
      ru: 'Отметка смягчает: взамен нельзя задерживать, передавать или требовать того же, что и владелец.',
      zh: '标记只能减轻：替代措施不得扣留或移交人员，也不得与所属国所求相同。',
    },
    source: DESIGN,
  },
} as const satisfies Record<string, RuleText>;

export type FlagRule = keyof typeof FLAG_RULES;

/** Of handing a version to a second officer. */
export const SUBMISSION_RULES = {
  'alike-unconsidered': {
    says: {
      en: '{ref} may be the same. Say why it is another, or amend that one instead.',
      ru: '{ref} может относиться к тому же лицу или предмету. Укажите, почему это другое, или внесите изменения в имеющуюся запись.',
      zh: '{ref} 可能为同一对象。请说明为何不是同一对象，或改为修改该条目。',
    },
    source: STEPS,
  },
} as const satisfies Record<string, RuleText>;

/** Of what another state's node sends. */
export const RECEIVED_RULES = {
  'owner-not-sender': {
    says: {
      en: 'An alert is taken only from the node of the state whose alert it is.',
      ru: 'Ориентировка принимается только от узла того государства, которому она принадлежит.',
      zh: '警示只接受其所属国节点发来的。',
    },
    source: DESIGN,
  },
  'reference-of-another': {
    says: {
      en: 'The reference is not one of the sender’s own.',
      ru: 'Этот номер не принадлежит отправителю.',
      zh: '该编号不属于发送方。',
    },
    source: DESIGN,
  },
  'not-told': {
    says: {
      en: 'Whoever flags an alert was never sent it.',
      ru: 'Отметка поставлена на ориентировку, которую её автор не получал.',
      zh: '加标记方从未收到该警示。',
    },
    source: DESIGN,
  },
  'photographs-not-enclosed': {
    says: {
      en: 'Each photograph is named once, shows one of the identities, and has its file in the same place.',
      ru: 'Каждая фотография названа один раз, относится к одной из личностей, и её файл стоит на том же месте.',
      zh: '每张照片只列一次，对应其中一个身份，且其文件位于相同位置。',
    },
    source: DESIGN,
  },
  'erased-not-revived': {
    says: {
      en: 'The alert was deleted at its owner’s word; it is not taken in again.',
      ru: 'Ориентировка удалена по указанию её владельца и повторно не принимается.',
      zh: '该警示已按其所有国的指示删除，不再接收。',
    },
    source: DESIGN,
  },
} as const satisfies Record<string, RuleText>;

export type ReceivedRule = keyof typeof RECEIVED_RULES;
export type SubmissionRule = keyof typeof SUBMISSION_RULES;
export type ContentRule = keyof typeof CONTENT_RULES;
export type ReviewRule = keyof typeof REVIEW_RULES;
export type LifecycleRule = keyof typeof LIFECYCLE_RULES;

/** Every rule that can refuse an alert or a step of it: the one truth for console, interface and command line. */
export const ALERT_RULES: Record<
  ContentRule | ReviewRule | LifecycleRule | SubmissionRule | FlagRule | ReceivedRule,
  RuleText
> = {
  ...CONTENT_RULES,
  ...REVIEW_RULES,
  ...LIFECYCLE_RULES,
  ...SUBMISSION_RULES,
  ...FLAG_RULES,
  ...RECEIVED_RULES,
};
export type AlertRule = keyof typeof ALERT_RULES;
