// Table: what each rule of the hit procedure says, in three languages, and where it comes from.
import type { RuleText } from '../alerts/rules.ts';
import { REPORT_RULES, type ReportRule } from './report-rules.ts';

const DESIGN = 'Entente, safeguards';
const STEPS = 'docs/decisions/0061-the-hit-procedure.md';

/** Of a verdict: what must be compared before anybody says who somebody is, and what may be done then. */
export const VERDICT_RULES = {
  'verified-on-name-alone': {
    says: {
      en: 'A name or answers verify nobody: for the same person the document, the photograph or marks must agree.',
      ru: 'Имя и ответы никого не удостоверяют: для вывода «то же лицо» должны совпасть документ, фотография или приметы.',
      zh: '姓名和回答不能证明身份：认定为同一人，须证件、照片或体貌特征相符。',
    },
    source: DESIGN,
  },
  'differs-unexplained': {
    says: {
      en: 'What differs must be explained in its note before it is called the same person.',
      ru: 'Расхождение нужно объяснить в примечании, прежде чем считать лицо тем же.',
      zh: '不符之处须在备注中说明，方可认定为同一人。',
    },
    source: STEPS,
  },
  'nothing-differs': {
    says: {
      en: 'For another person something must differ: the document, the photograph, marks or the answers. The victim of a misused identity may also be known by the answers.',
      ru: 'Для вывода «другое лицо» что-то должно расходиться: документ, фотография, приметы или ответы. Пострадавшего от использования чужой личности можно узнать и по ответам.',
      zh: '认定为不同人，须证件、照片、体貌特征或回答至少一项不符。身份被冒用的受害人也可凭回答确认。',
    },
    source: STEPS,
  },
  'note-missing': {
    says: {
      en: 'Say in a note why identity cannot be established.',
      ru: 'Укажите в примечании, почему личность не удаётся установить.',
      zh: '请在备注中说明身份无法确认的原因。',
    },
    source: STEPS,
  },
  'action-or-why-not': {
    says: {
      en: 'Name the action taken, or say why none was: one of the two.',
      ru: 'Укажите принятую меру либо причину, по которой она не принята: одно из двух.',
      zh: '填写已采取的措施，或说明未采取措施的理由，二者择一。',
    },
    source: STEPS,
  },
  'action-not-asked': {
    says: {
      en: 'This action is not what is asked for here, nor a milder one.',
      ru: 'Это не та мера, о которой здесь просят, и не более мягкая.',
      zh: '该措施既非此处所要求的，也非更轻的措施。',
    },
    source: DESIGN,
  },
  'document-never-detains': {
    says: {
      en: 'A document record alone never detains: the bearer is verified and goes on.',
      ru: 'По одной лишь записи о документе никого не задерживают: предъявителя проверяют, и он следует дальше.',
      zh: '仅凭证件记录不得扣留任何人：核实持证人身份后放行。',
    },
    source: DESIGN,
  },
  'list-never-detains': {
    says: {
      en: 'Nobody is held over a list.',
      ru: 'По перечню никого не задерживают.',
      zh: '不得因名单扣留任何人。',
    },
    source: DESIGN,
  },
  'victim-never-detained': {
    says: {
      en: 'The identity is misused by somebody else, and its bearer may be the victim: nobody is held for it.',
      ru: 'Эту личность использует кто-то другой, и предъявитель может быть пострадавшим: за это никого не задерживают.',
      zh: '该身份被他人冒用，持有人可能是受害人：不得因此扣留任何人。',
    },
    source: DESIGN,
  },
  'minor-never-detained': {
    says: {
      en: 'Nobody under 18 is held: protective action comes first.',
      ru: 'Лиц младше 18 лет не задерживают: прежде всего — меры защиты.',
      zh: '不得扣留未满18岁者：保护措施优先。',
    },
    source: DESIGN,
  },
  'action-before-identity': {
    says: {
      en: 'No measure that takes somebody’s liberty before it is established that it is the same person.',
      ru: 'Мера, лишающая свободы, не применяется, пока не установлено, что это то же лицо.',
      zh: '未确认为同一人之前，不得采取限制人身自由的措施。',
    },
    source: DESIGN,
  },
  'action-on-another': {
    says: {
      en: 'The action of an alert is not taken on somebody else.',
      ru: 'Мера по ориентировке не применяется к другому лицу.',
      zh: '警示要求的措施不得用于他人。',
    },
    source: STEPS,
  },
  'alert-ended': {
    says: {
      en: 'The alert is no longer in force: nothing is done on its strength.',
      ru: 'Ориентировка больше не действует: на её основании ничего не предпринимается.',
      zh: '警示已失效，不得据此采取措施。',
    },
    source: STEPS,
  },
  'checked-twice': {
    says: {
      en: 'The checklist names an item twice.',
      ru: 'В перечне один и тот же пункт указан дважды.',
      zh: '清单中有项目重复。',
    },
    source: STEPS,
  },
  'verdict-given-before': {
    says: {
      en: 'The verdict on this candidate has been given and stands.',
      ru: 'Заключение по этому кандидату уже дано и остаётся в силе.',
      zh: '对该候选对象的结论已作出，不再更改。',
    },
    source: STEPS,
  },
  'unknown-candidate': {
    says: {
      en: 'This case has no such candidate.',
      ru: 'В этом деле нет такого кандидата.',
      zh: '本案没有该候选对象。',
    },
    source: STEPS,
  },
} as const satisfies Record<string, RuleText>;

/** Of the case and the shift: order in time, and who signs. */
export const PROCEDURE_RULES = {
  'clock-set-back': {
    says: {
      en: 'The node’s clock is earlier than the last step. Nothing is done until the clock is right.',
      ru: 'Часы узла показывают время раньше последнего действия. До исправления часов ничего не выполняется.',
      zh: '节点时钟早于上一步操作。时钟校正前不执行任何操作。',
    },
    source: STEPS,
  },
  'case-closed': {
    says: {
      en: 'The case is closed: each candidate has its verdict.',
      ru: 'Дело закрыто: по каждому кандидату дано заключение.',
      zh: '案件已结：每个候选对象均有结论。',
    },
    source: STEPS,
  },
  'held-discreetly': {
    says: {
      en: 'Nobody is held or delayed for an alert that is acted on without a word.',
      ru: 'По негласной ориентировке никого не задерживают.',
      zh: '不得因隐蔽处置的警示扣留或延误任何人。',
    },
    source: DESIGN,
  },
  'noticed-discreetly': {
    says: {
      en: 'No notice is given about an alert that is acted on without a word.',
      ru: 'О негласной ориентировке уведомление не вручается.',
      zh: '对隐蔽处置的警示不出具告知书。',
    },
    source: DESIGN,
  },
  'own-handover': {
    says: {
      en: 'The officer who hands a shift over does not take it over: another signs.',
      ru: 'Сдающий смену сам её не принимает: подписывает другой сотрудник.',
      zh: '交班人不得自行接班，须由另一名人员签字。',
    },
    source: STEPS,
  },
  'taken-over-before': {
    says: {
      en: 'This shift has been taken over already.',
      ru: 'Эта смена уже принята.',
      zh: '该班次已有人接班。',
    },
    source: STEPS,
  },
} as const satisfies Record<string, RuleText>;

export type VerdictRule = keyof typeof VERDICT_RULES;
export type ProcedureRule = keyof typeof PROCEDURE_RULES;

/** Every rule that can refuse a step of the hit procedure. */
export const SCREENING_RULES: Record<VerdictRule | ReportRule | ProcedureRule, RuleText> = {
  ...VERDICT_RULES,
  ...REPORT_RULES,
  ...PROCEDURE_RULES,
};
export type ScreeningRule = keyof typeof SCREENING_RULES;

/** A rule that refuses, with the field it is about. */
export interface ScreeningRefusal {
  rule: ScreeningRule;
  pointer: string;
}
