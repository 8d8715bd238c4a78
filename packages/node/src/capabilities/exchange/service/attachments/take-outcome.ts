import type { AttachmentPlace } from '@entente/contracts/exchange/attachments';
import { recordEvent } from '../../../audit/index.ts';
import { noteOutcome } from '../../store/attachments/enclosures.ts';
import type { ExchangeParts } from '../parts.ts';
import { findFor } from './offer-chunk.ts';

/**
 * A peer's word on what became of a file there: it is shown to whoever sent it. It proves nothing, since it is not signed; what was
 * sent is proven by the envelope's receipts. `code` is null where the file is there whole.
 */
export async function takeOutcome(
  parts: ExchangeParts,
  peer: string,
  { envelope, position }: AttachmentPlace,
  code: string | null,
): Promise<void> {
  const { outbox, seq } = await findFor(parts, peer, { envelope, position });
  const at = parts.clock.now();
  await parts.db.transaction().execute(async (tx) => {
    if (!(await noteOutcome(tx, { outbox, position }, { code, at }))) return;
    await recordEvent(tx, {
      at,
      event: code === null ? 'exchange.attachment-delivered' : 'exchange.attachment-not-taken',
      actor: { kind: 'node', id: peer },
      outcome: code === null ? 'done' : 'refused',
      subject: { kind: 'envelope', ref: envelope },
      facts: { to: peer, seq, position, ...(code !== null && { code }) },
    });
  });
}
