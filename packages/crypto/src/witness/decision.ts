import { type Checkpoint, readClaimedHead } from '../note/checkpoint.ts';
import { openNote } from '../note/signed-note.ts';
import type { VerifierKey } from '../note/verifier-key.ts';
import { Refusal } from '../refusal.ts';
import { equalBytes, HASH_BYTES, type Hash } from '../sha256.ts';
import { verifyConsistency } from '../tlog/consistency.ts';
import { EMPTY_ROOT } from '../tlog/hash.ts';
import { MAX_PROOF, type WitnessRequest } from './request.ts';

/** Size and root of a tree. */
export interface Head {
  size: number;
  root: Hash;
}

/** A log that this witness watches. */
export interface WitnessedLog {
  origin: string;
  /** Keys of the log that are in force, all under its origin. */
  keys: readonly VerifierKey[];
  /** The head this witness cosigned last; undefined when it has not cosigned any. */
  head: Head | undefined;
}

/**
 * Why a head is not cosigned. With the answer tlog-witness prescribes: `malformed` 400, `unknown-log` 404, `bad-signature`
 * 403, `smaller-size` 400 (than the old size named), `split-view` 409, `inconsistent` 422. The last two, once signed by the
 * log, are evidence against it.
 */
export type WitnessRefusal =
  | 'malformed'
  | 'unknown-log'
  | 'bad-signature'
  | 'smaller-size'
  | 'split-view'
  | 'inconsistent';

export type WitnessDecision =
  /** Record this head in place of the last one, in the transaction that read that one, and only then cosign. */
  | { decision: 'cosign'; head: Head }
  /** Nothing new: cosign again with the time of now. */
  | { decision: 'already-signed'; head: Head }
  /** The log does not know what was cosigned last: tell it the size (409), so that it can send the proof from there. */
  | { decision: 'stale'; size: number }
  | { decision: 'refused'; reason: WitnessRefusal };

/**
 * What a witness does with a request (C2SP tlog-witness, "add-checkpoint"). `log` is what it holds of the log that
 * `readClaimedHead` names; undefined when it watches no such log.
 */
export function decideCosigning(request: WitnessRequest, log: WitnessedLog | undefined): WitnessDecision {
  const claimed = claimOf(request);
  if (claimed === undefined) return refused('malformed');
  if (log === undefined || claimed.origin !== log.origin) return refused('unknown-log');
  if (!isSignedBy(log, request.note)) return refused('bad-signature');
  const { size, root } = claimed;
  if (request.oldSize > size) return refused('smaller-size');
  // Two signed roots of one size are proof of two histories, whatever old size the log names beside them.
  if (size === log.head?.size && !equalBytes(root, log.head.root)) return refused('split-view');
  const last = log.head ?? { size: 0, root: EMPTY_ROOT };
  if (request.oldSize !== last.size) return { decision: 'stale', size: last.size };
  const claim = { oldSize: last.size, oldRoot: last.root, newSize: size, newRoot: root, proof: request.proof };
  if (!verifyConsistency(claim)) return refused('inconsistent');
  return { decision: size === log.head?.size ? 'already-signed' : 'cosign', head: { size, root } };
}

function refused(reason: WitnessRefusal): WitnessDecision {
  return { decision: 'refused', reason };
}

/** The head the note claims, when the request can be read at all. */
function claimOf({ oldSize, proof, note }: WitnessRequest): Checkpoint | undefined {
  if (!Number.isSafeInteger(oldSize) || oldSize < 0) return undefined;
  if (proof.length > MAX_PROOF || proof.some((hash) => hash.length !== HASH_BYTES)) return undefined;
  return unlessRefused(() => readClaimedHead(note));
}

function isSignedBy({ origin, keys }: WitnessedLog, note: string): boolean {
  // A key under another name than the origin would be another log's.
  const own = keys.filter(({ name }) => name === origin);
  return unlessRefused(() => openNote(note, own)) !== undefined;
}

function unlessRefused<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
