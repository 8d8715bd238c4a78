import type { Refusal } from '@entente/contracts/alerts/alert';
import { ALERT_RULES, type AlertRule } from '@entente/contracts/alerts/rules';
import type { Language } from '@entente/contracts/terms';

/** The rule that refuses, in words, led by its name: `warrant-missing: …`. */
export function explainRefusal({ rule, values = {} }: Refusal, language: Language = 'en'): string {
  const text = ALERT_RULES[rule as AlertRule]?.says[language];
  if (text === undefined) return rule;
  return `${rule}: ${text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)}`;
}
