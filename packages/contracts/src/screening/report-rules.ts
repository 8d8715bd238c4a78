import type { RuleText } from '../alerts/rules.ts';

const DESIGN = 'Entente, safeguards';
const SILENCE = 'docs/decisions/0062-confirming-sends-nothing.md';

/** Of a report: what the owner of an alert is told of a hit, and who decides it. */
export const REPORT_RULES = {
  'report-not-chosen': {
    says: {
      en: 'The alert is another state’s: choose whether its owner is told, and what.',
      ru: 'Ориентировка принадлежит другому государству: выберите, сообщать ли её владельцу и что именно.',
      zh: '该警示属于他国：请选择是否通报所有国以及通报内容。',
    },
    source: SILENCE,
  },
  'nothing-to-report': {
    says: {
      en: 'There is nothing to report: it is not the same person, or the alert is this state’s own, has ended, or is an entry of a list.',
      ru: 'Сообщать не о чем: это не то же лицо, либо ориентировка собственная или утратила силу, либо это запись перечня.',
      zh: '无可通报：并非同一人，或警示属于本国、已失效，或仅为名单条目。',
    },
    source: SILENCE,
  },
  'silence-unexplained': {
    says: {
      en: 'Say why the owner is told nothing. The reason stays on this node.',
      ru: 'Укажите, почему владельцу ничего не сообщается. Причина остаётся на этом узле.',
      zh: '请说明不通报所有国的理由。理由仅保存在本节点。',
    },
    source: DESIGN,
  },
  'report-despite-protection': {
    says: {
      en: 'The person claims protection: whoever reports the hit all the same gives a reason, and a second officer confirms it.',
      ru: 'Лицо просит о защите: если о совпадении всё же сообщают, нужна причина и подтверждение второго сотрудника.',
      zh: '当事人主张受保护：如仍要通报，须说明理由并由第二名人员确认。',
    },
    source: DESIGN,
  },
  'chooser-never-confirms': {
    says: {
      en: 'The officer who chose does not confirm the choice: another does.',
      ru: 'Сделавший выбор сам его не подтверждает: это делает другой сотрудник.',
      zh: '作出选择者不得自行确认，须由另一名人员确认。',
    },
    source: SILENCE,
  },
  'nothing-awaits-a-second': {
    says: {
      en: 'No choice about this candidate awaits a second officer.',
      ru: 'По этому кандидату ничего не ждёт второго сотрудника.',
      zh: '该候选对象没有待第二名人员确认的选择。',
    },
    source: SILENCE,
  },
  'choice-stands': {
    says: {
      en: 'The choice has been made; it is made anew only after a second officer did not agree.',
      ru: 'Выбор сделан; заново его делают, только если второй сотрудник не согласился.',
      zh: '选择已作出；仅在第二名人员不同意后方可重新选择。',
    },
    source: SILENCE,
  },
} as const satisfies Record<string, RuleText>;

export type ReportRule = keyof typeof REPORT_RULES;
