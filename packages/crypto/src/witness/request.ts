import { fromBase64, toBase64 } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { HASH_BYTES, type Hash } from '../sha256.ts';

/** "The client MUST NOT send more than 63 consistency proof lines": no tree is higher. */
export const MAX_PROOF = 63;

/** What a log asks of a witness (C2SP tlog-witness, "add-checkpoint"). */
export interface WitnessRequest {
  /** Size of the head the witness cosigned last, as far as the log knows. */
  oldSize: number;
  /** From that head to the new one (RFC 6962, section 2.1.2). */
  proof: Hash[];
  /** The new checkpoint, a signed note. */
  note: string;
}

/** The request as the body of an HTTP request: old size, proof line by line, an empty line, checkpoint. */
export function writeWitnessRequest({ oldSize, proof, note }: WitnessRequest): string {
  return `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`;
}

/** Reads such a body. The checkpoint in it is not looked at. */
export function parseWitnessRequest(body: string): WitnessRequest {
  const blank = body.indexOf('\n\n');
  if (blank < 0) throw new Refusal('malformed-request', 'no empty line before the checkpoint');
  const [first, ...hashes] = body.slice(0, blank).split('\n', MAX_PROOF + 2);
  const [, size] = /^old (0|[1-9]\d{0,15})$/.exec(first!) ?? [];
  if (size === undefined || !Number.isSafeInteger(Number(size))) {
    throw new Refusal('malformed-request', 'the first line reads "old", a space and a size');
  }
  if (hashes.length > MAX_PROOF) throw new Refusal('malformed-request', `more than ${MAX_PROOF} proof lines`);
  return { oldSize: Number(size), proof: hashes.map(parseHash), note: body.slice(blank + 2) };
}

function parseHash(line: string): Hash {
  const hash = fromBase64(line, 'malformed-request');
  if (hash.length !== HASH_BYTES) throw new Refusal('malformed-request', 'a proof line is not one hash');
  return hash;
}
