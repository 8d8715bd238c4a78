import { ALERT_RULES, type AlertRule } from '@entente/contracts/alerts/rules';
import type { IntlShape } from 'react-intl';
import { dayInWords } from '../../../ui/day.ts';
import { languageOf } from '../../../ui/translated.ts';

/** A rule that refuses, as the node names it. */
export interface NamedRule {
  rule: string;
  values?: Record<string, string> | undefined;
}

/** What a rule says and where it comes from; a rule this console does not know is its own name. */
export function ruleInWords(intl: IntlShape, { rule, values = {} }: NamedRule): { says: string; source: string } {
  const text = ALERT_RULES[rule as AlertRule];
  if (!text) return { says: rule, source: '' };
  const says = text.says[languageOf(intl)].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : dayInWords(intl, values[name]),
  );
  return { says, source: text.source };
}

/** Where rules come from, each source once. */
export function sourcesOf(rules: readonly AlertRule[]): string[] {
  return [...new Set(rules.map((rule) => ALERT_RULES[rule].source))];
}
