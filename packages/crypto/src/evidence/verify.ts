import type { Act } from '../act/act.ts';
import type { Register } from '../act/register.ts';
import { type Envelope, readEnvelope } from '../envelope/envelope.ts';
import type { Receipt } from '../envelope/receipt.ts';
import { markOf, verifyEnvelope } from '../envelope/signed.ts';
import { joinChains } from './chain.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { type EvidentLeaf, type LogPlace, proveLogPlace } from './log-place.ts';
import { type NoteKeys, noteKeysOf } from './note-keys.ts';
import { checkDecided, checkReceived, type EvidentReceipt, mismatched, readProvenReceipt } from './receipts.ts';
import { findSigner } from './signing-key.ts';

/** What evidence shows to whoever knows the pin. */
export interface VerifiedEvidence {
  organisation: string;
  /** Number and hash of the act that the register it was judged by ends with. */
  head: { number: number; hash: string };
  id: string;
  from: Party;
  to: Party;
  seq: number;
  type: string;
  /** The envelope; null where its content is erased and only its mark is left. */
  envelope: Envelope | null;
  sent: LogPlace;
  received: LogPlace;
  decided: (LogPlace & Pick<Receipt, 'status' | 'reason'>) | null;
}

/** A node, and whose it is. */
export interface Party {
  node: string;
  holder: 'member' | 'body';
  of: string;
}

/**
 * Verifies a file of evidence. Throws the Refusal of the first thing that does not hold.
 *
 * @param pin SHA-256 of the founding statement in hexadecimal, from a source that is trusted
 * @param known the acts of a register that is at hand; without it those in the file do
 */
export function verifyEvidence(file: string, pin: string, known?: Act[]): VerifiedEvidence {
  const evidence = readEvidence(file);
  const { mark } = evidence.envelope;
  const { register, acts } = joinChains(evidence.acts, known, pin);
  if (mark.organisation !== register.organisation) throw mismatched('the envelope is of another organisation');
  const judging = { register, keys: noteKeysOf(acts) };
  const envelope = readContent(evidence);
  const received = readProvenReceipt(evidence.received, mark, judging);
  checkReceived(received, mark);
  findSigner(register, mark.from, received.leaf, (key) => verifyEnvelope(mark, evidence.envelope.signature, key));
  const sent = proveSending(evidence, judging);
  const type = typeOf([sent, received.leaf], envelope);
  const decided = evidence.decided && readProvenReceipt(evidence.decided, mark, judging);
  if (decided) checkDecided(decided, mark);
  return {
    organisation: register.organisation,
    head: { ...register.head },
    id: mark.id,
    from: partyOf(register, mark.from),
    to: partyOf(register, mark.to),
    seq: mark.seq,
    type,
    envelope,
    sent: placeOf(sent),
    received: placeOf(received.leaf),
    decided: decided && { ...placeOf(decided.leaf), ...statusOf(decided) },
  };
}

/** The envelope's bytes are those that were marked: id, organisation, parties and number. */
function readContent({ envelope: { mark, bytes } }: Evidence): Envelope | null {
  if (bytes === null) return null;
  const envelope = readEnvelope(bytes);
  const own = markOf(bytes, envelope);
  const names = ['id', 'organisation', 'from', 'to', 'seq'] as const;
  if (names.some((name) => own[name] !== mark[name])) throw mismatched('the content is not that of the envelope');
  return envelope;
}

function proveSending({ envelope: { mark }, sent }: Evidence, judging: { register: Register; keys: NoteKeys }) {
  const leaf = proveLogPlace(sent.proof, mark.from, judging);
  const { event, subject, facts } = leaf;
  if (event !== 'exchange.sent' || subject?.kind !== 'envelope' || subject.ref !== mark.id) {
    throw mismatched("the record in the sender's log is not of sending this envelope");
  }
  if (facts.to !== mark.to || facts.seq !== mark.seq) {
    throw mismatched("the sender's log names another receiver or number");
  }
  return leaf;
}

function typeOf(leaves: readonly EvidentLeaf[], envelope: Envelope | null): string {
  const types = new Set([...leaves.map(({ facts }) => facts.type), ...(envelope ? [envelope.type] : [])]);
  const [type] = types;
  if (types.size > 1 || typeof type !== 'string') throw mismatched('logs and content name different types');
  return type;
}

function partyOf({ nodes }: Register, node: string): Party {
  const { holder, of } = nodes.get(node)!.record;
  return { node, holder, of };
}

function placeOf({ node, record, at, log, index, size, cosignedBy, stoodAt }: LogPlace): LogPlace {
  return { node, record, at, log, index, size, cosignedBy, stoodAt };
}

function statusOf({ receipt: { status, reason } }: EvidentReceipt): Pick<Receipt, 'status' | 'reason'> {
  return { status, ...(reason && { reason }) };
}
