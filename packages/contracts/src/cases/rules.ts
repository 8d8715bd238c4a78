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
} as const satisfies Record<string, RuleText>;

export type CaseRule = keyof typeof CASE_RULES;

/** A rule that refuses, with the field it is about. */
export interface CaseRefusal {
  rule: CaseRule;
  pointer: string;
}
