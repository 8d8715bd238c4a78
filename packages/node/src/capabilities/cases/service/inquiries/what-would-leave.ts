import type { Told } from '@entente/contracts/cases/inquiries';
import type { CaseRule } from '@entente/contracts/cases/rules';
import type { Tx } from '../../../../platform/database/database.ts';
import { readOwnInForce } from '../../../alerts/index.ts';
import { askedBy } from '../../../screening/index.ts';
import type { Inquiry } from '../../model/inquiry.ts';
import { whyWithheld } from '../../rules/inquiry-steps.ts';
import { extractToTell } from '../../rules/telling.ts';
import type { CasesParts } from '../parts.ts';

/** What would be told of the alert as it stands, or the rule that keeps it here. */
export async function whatWouldLeave(
  tx: Tx,
  { exchange, clock }: Pick<CasesParts, 'exchange' | 'clock'>,
  { alert, other, personal }: Inquiry,
): Promise<{ told: Told } | { withheld: CaseRule }> {
  const found = alert === null ? undefined : await readOwnInForce(tx, alert, clock.now());
  const asked = found?.content.audience && askedBy(found.content.audience);
  const withheld = whyWithheld({
    inForce: found !== undefined,
    answers: asked === 'by-anyone' || (asked?.includes(other.state) ?? false),
    open: (await exchange.whyClosed(other.node)) === undefined,
  });
  if (withheld || !found || !personal.about) return { withheld: withheld ?? 'alert-not-in-force' };
  return { told: extractToTell(found, personal.about) };
}
