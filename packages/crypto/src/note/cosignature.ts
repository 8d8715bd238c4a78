import { type PrivateKey, publicKeyOf, signBytes, verifyBytes } from '../ed25519.ts';
import { Refusal } from '../refusal.ts';
import { parseCheckpointText } from './checkpoint.ts';
import { parseNote, type SignedNote, signatureLine, signerOf } from './signed-note.ts';
import { type WitnessKey, witnessKeyOf } from './verifier-key.ts';

const TIME_BYTES = 8;

/** What a note holds under the name and id of a witness that is known. Of one that is not valid no time is told. */
export type Cosignature = {
  witness: WitnessKey;
  /** As it stands in the note, its newline included. */
  line: string;
} & ({ valid: true; time: number } | { valid: false });

/**
 * Cosigns a checkpoint (C2SP tlog-cosignature, cosignature/v1): as of `time`, in seconds since 1970, the witness has seen
 * no larger head of this log, and none that contradicts it. Whether that is so is decided before (`witness/decision.ts`).
 *
 * @returns one signature line to stand below the note
 */
export function cosign(note: string, name: string, key: PrivateKey, time: number): string {
  const text = checkpointOf(note).text;
  if (!Number.isSafeInteger(time) || time < 0) throw new Refusal('out-of-range', 'a time is a whole number of seconds');
  const { id } = witnessKeyOf(name, publicKeyOf(key));
  const stamp = Buffer.alloc(TIME_BYTES);
  stamp.writeBigUInt64BE(BigInt(time));
  // "Format": `u64 timestamp || ed25519_signature[64]`.
  const signature = Buffer.concat([stamp, signBytes(messageOf(text, time), key)]);
  return signatureLine({ name, id, signature });
}

/** The cosignatures in a checkpoint by the witnesses given, in the order of their lines; all other lines are passed over. */
export function readCosignatures(note: string, witnesses: readonly WitnessKey[]): Cosignature[] {
  const { text, signatures } = checkpointOf(note);
  return signatures.flatMap((signature): Cosignature[] => {
    const witness = signerOf(signature, witnesses);
    if (witness === undefined) return [];
    const time = verifiedTime(text, signature.signature, witness.publicKey);
    const line = signatureLine(signature);
    return [time === undefined ? { witness, line, valid: false } : { witness, line, valid: true, time }];
  });
}

/** A cosignature says something of a log, so what is cosigned must be a checkpoint. */
function checkpointOf(note: string): SignedNote {
  const parsed = parseNote(note);
  parseCheckpointText(parsed.text);
  return parsed;
}

/** The time the signature covers; undefined when it does not verify. */
function verifiedTime(text: string, signature: Uint8Array, publicKey: Uint8Array): number | undefined {
  if (signature.length <= TIME_BYTES) return undefined;
  const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  // The standard's limit is 2^63 - 1; ours is the largest number that is still exact, some 285 million years from now.
  if (!Number.isSafeInteger(time)) return undefined;
  return verifyBytes(messageOf(text, time), signature.subarray(TIME_BYTES), publicKey) ? time : undefined;
}

/** "Ed25519 signed message": header line, timestamp line, and the whole note body, extension lines included. */
function messageOf(text: string, time: number): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}
