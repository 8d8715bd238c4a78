import type {
  Acknowledged,
  ContentAsked,
  ContentRecalled,
  ContentTold,
  HitReported,
  MessageSent,
  OutcomeRecorded,
} from '@entente/contracts/cases/envelopes';
import type { Json } from '@entente/crypto/json';
import type { Tx } from '../../../platform/database/database.ts';
import type { OtherSide } from '../model/case.ts';
import type { CasesParts } from './parts.ts';

/** What goes to the other side, by type. */
interface Bodies {
  'cases.hit-reported': HitReported;
  'cases.message-sent': MessageSent;
  'cases.acknowledged': Acknowledged;
  'cases.outcome-recorded': OutcomeRecorded;
  'cases.content-asked': ContentAsked;
  'cases.content-told': ContentTold;
  'cases.content-recalled': ContentRecalled;
}

/** The receiver keeps it to its contact point and those who supervise it. */
const HANDLING = 'restricted';

/** Puts an envelope to the other side into the outbox, with these files and until when it is worth something; null where there is none. Returns the row's id. */
export async function sendToOther<Type extends keyof Bodies>(
  tx: Tx,
  { exchange }: { exchange: Pick<CasesParts['exchange'], 'send'> },
  other: Pick<OtherSide, 'node'> | null,
  type: Type,
  body: Bodies[Type],
  { files = [], expiresAt }: { files?: readonly string[]; expiresAt?: Date } = {},
): Promise<string | null> {
  if (!other) return null;
  const frame = { to: other.node, type, handling: HANDLING, files, expiresAt };
  const { id } = await exchange.send(tx, { ...frame, body: { ...body } as Json });
  return id;
}
