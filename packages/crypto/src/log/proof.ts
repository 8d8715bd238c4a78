import { fromHex } from '../bytes.ts';
import { serialiseCanonical } from '../canonical.ts';
import type { Json } from '../json.ts';
import { openCheckpoint } from '../note/checkpoint.ts';
import { parseVerifierKey } from '../note/verifier-key.ts';
import { Refusal } from '../refusal.ts';
import { HASH_BYTES } from '../sha256.ts';
import { hashLeaf } from '../tlog/hash.ts';
import { verifyInclusion } from '../tlog/inclusion.ts';
import { type Leaf, readLeaf } from './leaf.ts';

export const PROOF_FORMAT = 'entente-record-proof/1';

/** A tree has at most 2^53 leaves here, so that no path is longer. */
const MAX_PATH = 53;

/** What a proof shows: this leaf stands at this index in the log of this key. */
export interface Proven {
  leaf: Leaf;
  index: number;
  origin: string;
  /** Size of the tree whose signed head was used. */
  size: number;
  verifierKey: string;
}

/**
 * Checks a record's proof (the contract `RecordProof`, read by `parseJson`). Throws a `Refusal` if it is
 * malformed or proves nothing. Without `trustedKey` the key in the proof is taken at its word, which
 * shows only that whoever holds that key has signed.
 */
export function verifyProof(proof: Json, trustedKey?: string): Proven {
  const { format, content, index, path, checkpoint, verifierKey } = fieldsOf(proof);
  if (format !== PROOF_FORMAT) throw malformed(`not a proof of the format ${PROOF_FORMAT}`);
  if (typeof checkpoint !== 'string' || typeof verifierKey !== 'string' || typeof index !== 'number') {
    throw malformed('checkpoint, verifierKey or index is missing');
  }
  if (trustedKey !== undefined && trustedKey !== verifierKey) {
    throw new Refusal('unknown-signer', 'the proof names another key than the one given');
  }
  const head = openCheckpoint(checkpoint, parseVerifierKey(verifierKey));
  const text = serialiseCanonical(content);
  const claim = {
    leafHash: hashLeaf(text),
    index,
    size: head.size,
    root: head.root,
    path: readPath(path),
  };
  if (!verifyInclusion(claim)) {
    throw new Refusal(
      'malformed-proof',
      'the record is not at this index of the log: the path does not lead to the root',
    );
  }
  return { leaf: readLeaf(text), index, origin: head.origin, size: head.size, verifierKey };
}

/** An audit path in hexadecimal. */
export function readPath(path: Json | undefined): Uint8Array[] {
  if (!Array.isArray(path) || path.length > MAX_PATH)
    throw malformed('the path is no list, or longer than any tree is high');
  return path.map((hash) => fromHex(typeof hash === 'string' ? hash : '', HASH_BYTES, 'malformed-proof'));
}

function fieldsOf(proof: Json): { [key: string]: Json } {
  if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) throw malformed('not an object');
  return proof;
}

function malformed(message: string): Refusal {
  return new Refusal('malformed-proof', message);
}
