import type { Refusal } from '@entente/contracts/alerts/alert';
import { ALERT_RULES, type AlertRule } from '@entente/contracts/alerts/rules';

/** Values that quote the content: a receipt lies open in two logs, and quotes nobody. */
const QUOTING = ['date', 'terms', 'ref', 'name'];
const LONGEST = 900;

/** A refusal as it stands in a receipt: the rule's sentence in English, without what it would quote, and the place. */
export function describeRefusal({ rule, pointer, values = {} }: Refusal): string {
  const says = ALERT_RULES[rule as AlertRule]?.says.en ?? rule;
  const sentence = says.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    QUOTING.includes(name) ? '…' : (values[name] ?? '…'),
  );
  return `${sentence}${pointer === '' ? '' : ` (${pointer})`}`.slice(0, LONGEST);
}
