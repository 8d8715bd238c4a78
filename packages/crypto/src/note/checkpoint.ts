import { fromBase64, toBase64 } from '../bytes.ts';
import type { PrivateKey } from '../ed25519.ts';
import { Refusal } from '../refusal.ts';
import { HASH_BYTES, type Hash } from '../sha256.ts';
import { openNote, parseNote, signNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** The head of a log (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Identity of the log; the same as the name of its key. */
  origin: string;
  /** Number of leaves. */
  size: number;
  root: Hash;
}

/** A signed note over the head, by the log's own key, under its origin. */
export function signCheckpoint({ origin, size, root }: Checkpoint, key: PrivateKey): string {
  return signNote(`${origin}\n${size}\n${toBase64(root)}\n`, origin, key);
}

/** The head that the log's key has signed; throws a `Refusal` otherwise. */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint {
  const checkpoint = parseCheckpointText(openNote(note, [key]));
  if (checkpoint.origin !== key.name) {
    throw new Refusal('malformed-checkpoint', 'the origin is not the name of the key that signed');
  }
  return checkpoint;
}

/** The head a note claims, to know which log it speaks of: no signature is looked at. */
export function readClaimedHead(note: string): Checkpoint {
  return parseCheckpointText(parseNote(note).text);
}

/** Reads the note's text ("Note text"): origin, size, root, and extension lines, which are signed but ignored. */
export function parseCheckpointText(text: string): Checkpoint {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : [];
  const [origin, size, root] = lines;
  if (lines.length < 3 || lines.includes('')) {
    throw new Refusal('malformed-checkpoint', 'a checkpoint has at least three lines, none empty');
  }
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size!) || !Number.isSafeInteger(Number(size))) {
    throw new Refusal('malformed-checkpoint', 'the tree size is not a plain decimal number');
  }
  const hash = fromBase64(root!, 'malformed-checkpoint');
  if (hash.length !== HASH_BYTES) throw new Refusal('malformed-checkpoint', 'the root hash has not 32 bytes');
  return { origin: origin!, size: Number(size), root: hash };
}
