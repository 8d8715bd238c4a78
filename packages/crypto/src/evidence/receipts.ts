import type { Register } from '../act/register.ts';
import { type Receipt, readReceipt } from '../envelope/receipt.ts';
import type { EnvelopeMark } from '../envelope/signed.ts';
import { Refusal } from '../refusal.ts';
import type { ProvenReceipt } from './evidence.ts';
import { type EvidentLeaf, proveLogPlace } from './log-place.ts';
import type { NoteKeys } from './note-keys.ts';
import { findSigner } from './signing-key.ts';

/** A receipt, and the record in the receiver's log that it names. */
export interface EvidentReceipt {
  receipt: Receipt;
  leaf: EvidentLeaf;
}

/** Reads a receipt for an envelope, and proves the record it names: the receiver's, signed with a key that held then. */
export function readProvenReceipt(
  { receipt: line, proof }: ProvenReceipt,
  mark: EnvelopeMark,
  judging: { register: Register; keys: NoteKeys },
): EvidentReceipt {
  const { receipt, isSignedBy } = readReceipt(line);
  const { organisation, envelope, from, to, seq } = receipt;
  const isForIt =
    organisation === mark.organisation &&
    envelope === mark.id &&
    from === mark.to &&
    to === mark.from &&
    seq === mark.seq;
  if (!isForIt) throw mismatched('a receipt is for another envelope');
  const leaf = proveLogPlace(proof, mark.to, judging);
  if (leaf.record !== receipt.record || leaf.at !== receipt.at) {
    throw mismatched('a receipt names another record or moment than the one proven');
  }
  const { id } = findSigner(judging.register, mark.to, leaf, isSignedBy);
  if (id !== receipt.key) throw mismatched('a receipt names another key than the one that signed it');
  return { receipt, leaf };
}

/** The record of receiving names the envelope, its sender and its number. */
export function checkReceived({ receipt, leaf }: EvidentReceipt, mark: EnvelopeMark): void {
  if (receipt.status !== 'received') throw mismatched('the first receipt is not of receiving');
  if (leaf.event !== 'exchange.received' || !isAbout(leaf, mark) || leaf.facts.seq !== mark.seq) {
    throw mismatched("the record in the receiver's log is not of receiving this envelope");
  }
}

/** A refusal has a record of its own; what was accepted stands within the run of numbers that its record names. */
export function checkDecided({ receipt, leaf }: EvidentReceipt, mark: EnvelopeMark): void {
  const { facts } = leaf;
  if (receipt.status === 'refused') {
    const isRefusal = leaf.event === 'exchange.refused' && isAbout(leaf, mark) && facts.code === receipt.reason?.code;
    if (!isRefusal) throw mismatched("the record in the receiver's log is not of this refusal");
    return;
  }
  const isRun =
    receipt.status === 'accepted' &&
    leaf.event === 'exchange.applied' &&
    facts.from === mark.from &&
    isNumber(facts.first) &&
    isNumber(facts.last) &&
    facts.first <= mark.seq &&
    mark.seq <= facts.last;
  if (!isRun) throw mismatched("the record in the receiver's log is not of accepting this envelope");
}

function isAbout({ subject, facts }: EvidentLeaf, mark: EnvelopeMark): boolean {
  return subject?.kind === 'envelope' && subject.ref === mark.id && facts.from === mark.from;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** Parts that do not belong together. */
export function mismatched(message: string): Refusal {
  return new Refusal('mismatched-evidence', message);
}
