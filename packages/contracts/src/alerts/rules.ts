// Table: what each rule of alerts says, in three languages, and where it comes from.
import type { Translated } from '../terms.ts';

/** What a rule says to the officer it stops, with `{placeholders}` for values, and where it comes from. */
export interface RuleText {
  says: Translated;
  source: string;
}

const DESIGN = 'Design, section 5';
const STEPS = 'docs/decisions/0041-rules-of-alerts.md';

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
      en: 'A decision needs reasons of at least {least} characters.',
      ru: 'Решение должно быть мотивировано: не менее {least} знаков.',
      zh: '决定须说明理由，至少{least}个字符。',
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
} as const satisfies Record<string, RuleText>;

export type ContentRule = keyof typeof CONTENT_RULES;
export type ReviewRule = keyof typeof REVIEW_RULES;
export type LifecycleRule = keyof typeof LIFECYCLE_RULES;

/** Every rule that can refuse an alert or a step of it: the one truth for console, interface and command line. */
export const ALERT_RULES: Record<ContentRule | ReviewRule | LifecycleRule, RuleText> = {
  ...CONTENT_RULES,
  ...REVIEW_RULES,
  ...LIFECYCLE_RULES,
};
export type AlertRule = keyof typeof ALERT_RULES;
