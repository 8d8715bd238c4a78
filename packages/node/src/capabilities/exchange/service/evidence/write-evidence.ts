import type { ProofsAnswer } from '@entente/contracts/exchange/proofs';
import { readAct } from '@entente/crypto/act/act';
import { fromBase64 } from '@entente/crypto/bytes';
import { type Evidence, type ProvenReceipt, writeEvidence as writeFile } from '@entente/crypto/evidence/evidence';
import { verifyEvidence } from '@entente/crypto/evidence/verify';
import type { Json } from '@entente/crypto/json';
import { Refusal } from '@entente/crypto/refusal';
import { Problem } from '../../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../../audit/index.ts';
import { readActs } from '../../../membership/index.ts';
import type { OwnHalf } from '../../model/evidence.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { standingOf } from '../parts.ts';
import type { PeerLink } from '../peer-link.ts';
import { proveOwnHalf } from './offer-proofs.ts';
import { readOwnHalf } from './own-half.ts';
import type { ProvingParts } from './prove-record.ts';
import { readProofs } from './read-proofs.ts';

/** More acts than any organisation has. */
const ALL_ACTS = 100_000;

/** A peer may take so long to prove a record or two. */
const PATIENCE_MS = 20_000;

/**
 * One file that proves an envelope offline: this node's half, the other's over the pinned connection, and the register's acts.
 * It is verified before it is given away, and that it was written is recorded.
 *
 * @param id the envelope's id or, at its sender, that of its row in the outbox
 */
export async function writeEvidence(
  parts: ProvingParts & { linkTo(peer: string): PeerLink },
  asking: Attribution,
  id: string,
): Promise<string> {
  const { pin } = requireStanding(parts);
  const half = await readOwnHalf(parts, id, { content: true });
  if (!half) throw new Problem(EXCHANGE_PROBLEMS['no-such-envelope']);
  if (half.received === null) throw new Problem(EXCHANGE_PROBLEMS['not-yet-received']);
  const own = await proveOwnHalf(parts, half);
  const other = await readProofs(parts.linkTo(half.peer), half.mark.id, AbortSignal.timeout(PATIENCE_MS));
  const lines = await readActs(parts.db, 0, ALL_ACTS);
  const file = writeFile({ ...join(half, own, other), acts: lines.map(readAct) });
  checkWhole(file, pin);
  await parts.db.transaction().execute((tx) =>
    recordEvent(tx, {
      ...asking,
      at: parts.clock.now(),
      event: 'exchange.evidence-written',
      outcome: 'done',
      subject: { kind: 'envelope', ref: half.mark.id },
      facts: { from: half.mark.from, to: half.mark.to, seq: half.mark.seq, content: half.bytes !== null },
    }),
  );
  return file;
}

function requireStanding({ membership }: ProvingParts): ReturnType<typeof standingOf> {
  if (!membership.standing()) throw new Problem(EXCHANGE_PROBLEMS['not-in-organisation']);
  return standingOf({ membership });
}

function join(half: OwnHalf, own: ProofsAnswer, other: ProofsAnswer): Omit<Evidence, 'acts'> {
  const [sender, receiver] = half.side === 'sender' ? [own, other] : [other, own];
  const signature = half.signature ?? signatureFrom(sender);
  if (sender.sent === null || receiver.received === null || signature === null) {
    throw new Problem(EXCHANGE_PROBLEMS['other-half-missing'], { detail: 'It answered, and left a proof out.' });
  }
  return {
    envelope: { mark: half.mark, signature, bytes: half.bytes },
    sent: { proof: sender.sent as Json },
    received: { receipt: half.received!, proof: receiver.received as Json },
    decided: decisionOf(half, receiver),
  };
}

/** The receiver may have decided a moment ago, so that one half knows and the other does not. */
function decisionOf({ decided }: OwnHalf, { decided: proof }: ProofsAnswer): ProvenReceipt | null {
  return decided === null || proof === null ? null : { receipt: decided, proof: proof as Json };
}

function signatureFrom({ signature }: ProofsAnswer): Uint8Array | null {
  return signature === null ? null : fromBase64(signature, 'malformed-evidence');
}

function checkWhole(file: string, pin: string): void {
  try {
    verifyEvidence(file, pin);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw new Problem(EXCHANGE_PROBLEMS['other-half-wrong'], { detail: `${cause.message} [${cause.code}]`, cause });
  }
}
