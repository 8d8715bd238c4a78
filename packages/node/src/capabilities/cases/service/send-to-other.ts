import type { Acknowledged, HitReported, MessageSent, OutcomeRecorded } from '@entente/contracts/cases/envelopes';
import type { Tx } from '../../../platform/database/database.ts';
import type { OtherSide } from '../model/case.ts';
import type { CasesParts } from './parts.ts';

/** What goes to the other side, by type. */
interface Bodies {
  'cases.hit-reported': HitReported;
  'cases.message-sent': MessageSent;
  'cases.acknowledged': Acknowledged;
  'cases.outcome-recorded': OutcomeRecorded;
}

/** The receiver keeps it to its contact point and those who supervise it. */
const HANDLING = 'restricted';

/** Puts an envelope to the other side into the outbox, with these files; null where there is none. Returns the row's id. */
export async function sendToOther<Type extends keyof Bodies>(
  tx: Tx,
  { exchange }: { exchange: Pick<CasesParts['exchange'], 'send'> },
  other: OtherSide | null,
  type: Type,
  body: Bodies[Type],
  files: readonly string[] = [],
): Promise<string | null> {
  if (!other) return null;
  const { id } = await exchange.send(tx, { to: other.node, type, body: { ...body }, handling: HANDLING, files });
  return id;
}
