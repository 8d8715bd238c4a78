import type { Tx } from '../../../../platform/database/database.ts';
import type { Attribution } from '../../../audit/index.ts';
import type { Regained } from '../../../exchange/index.ts';
import type { StoredAlert } from '../../model.ts';
import type { Message } from '../../rules/circulation.ts';
import type { Holder } from '../../rules/regained.ts';
import { noteTold } from '../../store/circulation.ts';
import { raiseRevision } from '../../store/regained.ts';
import { type Done, writeChange } from '../alerts/change-alert.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { TOLD } from '../circulation/circulate.ts';

const BY_THE_NODE: Attribution = { actor: { kind: 'node', id: 'node' } };

/** Who gave it back, as the register has that node; undefined for one that has left it. */
export function holderOf({ membership }: Pick<AlertParts, 'membership'>, node: string): Holder | undefined {
  const record = membership.standing()?.register.nodes.get(node)?.record;
  return record && { holder: record.holder, of: record.of };
}

/** Writes what was learnt back of an alert. */
export async function writeRegained(
  { clock }: Pick<AlertParts, 'clock'>,
  tx: Tx,
  alert: StoredAlert,
  as: string,
  { change, feed, version }: Pick<Done, 'change' | 'feed'> & { version: number | null },
): Promise<void> {
  const step = { step: 'regained', version } as const;
  const done: Done = { event: 'alerts.regained', facts: { as }, change, step, ...(feed && { feed }) };
  await writeChange(tx, BY_THE_NODE, { alert }, done, clock.now());
}

/** Its holder knows this of it, and its revision is no smaller than the holder knows. */
export async function noteHeld(
  tx: Tx,
  alert: Pick<StoredAlert, 'id'>,
  message: Message,
  { regained, revision, version }: { regained: Regained<unknown>; revision: number; version: number },
): Promise<void> {
  const { to: node, outbox, sentAt: at } = regained;
  await raiseRevision(tx, alert.id, revision);
  await noteTold(tx, [{ alert: alert.id, node, told: TOLD[message], version, outbox, at }]);
}
