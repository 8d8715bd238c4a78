import type { RuleText } from '../alerts/rules.ts';

const SOURCE = 'docs/reference/cases.md';

/** What each rule of following up says, in three languages, and where it comes from. */
export const CASE_RULES = {
  'asked-or-given': {
    says: {
      en: 'Say of supplementary information whether it is asked for or given; a plain message is neither.',
      ru: 'Для дополнительной информации укажите, запрашивается она или предоставляется; обычное сообщение — ни то ни другое.',
      zh: '补充信息须注明是请求还是提供；普通消息则不注明。',
    },
    source: SOURCE,
  },
  'answers-nothing': {
    says: {
      en: 'What it answers is no open question of the other side of this kind.',
      ru: 'У другой стороны нет открытого запроса такого вида, на который это было бы ответом.',
      zh: '对方没有此类未答复的请求可供回复。',
    },
    source: SOURCE,
  },
  'case-closed': {
    says: {
      en: 'The case is closed: its outcome has been recorded.',
      ru: 'Дело закрыто: его итог внесён.',
      zh: '案件已结：结果已记录。',
    },
    source: SOURCE,
  },
  'owner-acknowledges': {
    says: {
      en: 'A hit is acknowledged by the owner of the alert.',
      ru: 'Получение сообщения о совпадении подтверждает владелец ориентировки.',
      zh: '命中由警示所有国确认。',
    },
    source: SOURCE,
  },
  'acknowledged-before': {
    says: {
      en: 'The hit has been acknowledged already.',
      ru: 'Получение уже подтверждено.',
      zh: '该命中已确认。',
    },
    source: SOURCE,
  },
  'not-acknowledged': {
    says: {
      en: 'Acknowledge the hit first; then record what came of it.',
      ru: 'Сначала подтвердите получение, затем внесите итог.',
      zh: '请先确认该命中，再记录结果。',
    },
    source: SOURCE,
  },
  'outcome-recorded-before': {
    says: {
      en: 'This side has recorded what was done already.',
      ru: 'Эта сторона уже внесла, что сделано.',
      zh: '本方已记录处置情况。',
    },
    source: SOURCE,
  },
  'file-type': {
    says: {
      en: 'A file is a PDF, a JPEG or PNG picture, or plain text.',
      ru: 'Файл — это PDF, изображение JPEG или PNG либо обычный текст.',
      zh: '文件须为 PDF、JPEG 或 PNG 图片，或纯文本。',
    },
    source: SOURCE,
  },
  'file-too-large': {
    says: {
      en: 'A file has 20 MiB at most.',
      ru: 'Файл не может быть больше 20 МиБ.',
      zh: '文件最大为 20 MiB。',
    },
    source: SOURCE,
  },
  'file-content': {
    says: {
      en: 'The file is not of the type it says, or it is damaged or cut off.',
      ru: 'Файл не того типа, который указан, либо он повреждён или обрезан.',
      zh: '文件与所称类型不符，或已损坏、不完整。',
    },
    source: SOURCE,
  },
  'file-hostile': {
    says: {
      en: 'The file holds a program, or something else follows its end.',
      ru: 'Файл содержит программу, либо за его концом следует что-то ещё.',
      zh: '文件含有程序，或其末尾之后另有内容。',
    },
    source: SOURCE,
  },
  'file-missing': {
    says: {
      en: 'A file of the message is not there, or waits for another message; upload it again.',
      ru: 'Одного из файлов сообщения нет, либо он относится к другому сообщению; загрузите его снова.',
      zh: '消息所附文件不存在，或属于其他消息；请重新上传。',
    },
    source: SOURCE,
  },
  'too-many-files': {
    says: {
      en: 'Too many files of this case wait for a message; send or remove some first.',
      ru: 'Слишком много файлов этого дела ждут сообщения; сначала отправьте или уберите часть из них.',
      zh: '本案等待发送的文件过多；请先发送或移除部分文件。',
    },
    source: SOURCE,
  },
  'inquired-before': {
    says: {
      en: 'Its owner has been asked to tell this hit already.',
      ru: 'Владельца уже просили сообщить об этом совпадении.',
      zh: '已请求所有国告知此命中。',
    },
    source: SOURCE,
  },
  'decided-before': {
    says: {
      en: 'It has been decided already whether this is told.',
      ru: 'Решение о том, сообщать ли это, уже принято.',
      zh: '是否告知已作出决定。',
    },
    source: SOURCE,
  },
  'owner-decides': {
    says: {
      en: 'The owner of the alert decides whether it is told.',
      ru: 'Сообщать ли содержание, решает владелец ориентировки.',
      zh: '是否告知由警示所有国决定。',
    },
    source: SOURCE,
  },
  'alert-not-in-force': {
    says: {
      en: 'The alert is in force no longer, so that nothing of it is told.',
      ru: 'Ориентировка больше не действует, поэтому о ней ничего не сообщается.',
      zh: '警示已不再有效，因此不告知其内容。',
    },
    source: SOURCE,
  },
  'not-for-that-state': {
    says: {
      en: 'The alert does not answer that state any more: its audience has been changed.',
      ru: 'Ориентировка больше не отвечает этому государству: круг её адресатов изменён.',
      zh: '警示的受众已变更，不再答复该国。',
    },
    source: SOURCE,
  },
  'no-channel': {
    says: {
      en: 'Membership or channel of the other side is suspended: nothing is asked of it and nothing told.',
      ru: 'Членство другой стороны или канал с ней приостановлены: её не спрашивают и ей не сообщают.',
      zh: '对方的成员资格或通道已中止：既不询问，也不告知。',
    },
    source: SOURCE,
  },
} as const satisfies Record<string, RuleText>;

export type CaseRule = keyof typeof CASE_RULES;

/** A rule that refuses, with the field it is about. */
export interface CaseRefusal {
  rule: CaseRule;
  pointer: string;
}
