import { type Act, readAct } from '../act/act.ts';
import { HEX_32, ID } from '../act/terms.ts';
import { fromBase64, toBase64 } from '../bytes.ts';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import { SIGNATURE_BYTES } from '../ed25519.ts';
import type { EnvelopeMark } from '../envelope/signed.ts';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { anything, count, list, object, one, orNull, readShape, type Shape, text } from '../shape.ts';

export const EVIDENCE_FORMAT = 'entente-evidence/1';
/** An envelope, its proofs and the register of a large organisation, and then some. */
export const MAX_EVIDENCE_CHARACTERS = 2 ** 26;

/** A receipt and the proof that the record it names is in the log of the node that gave it. */
export interface ProvenReceipt {
  receipt: string;
  /** `RecordProof` of the contracts. */
  proof: Json;
}

/** Who sent what to whom, when it was received, and that both logs contain it: one file that needs no node. */
export interface Evidence {
  envelope: {
    mark: EnvelopeMark;
    signature: Uint8Array;
    /** The signed bytes; null once the content is erased. */
    bytes: Uint8Array | null;
  };
  /** Proof of the record of sending, in the sender's log. */
  sent: { proof: Json };
  received: ProvenReceipt;
  /** The receipt of acceptance or refusal; null while the receiver has not decided. */
  decided: ProvenReceipt | null;
  /** The register's acts, from the founding act on, as whoever wrote the file knew them. */
  acts: Act[];
}

const LINE = text(/^[0-9a-f]{128} \{/, 4200);
const PROVEN_RECEIPT = object({ receipt: LINE, proof: anything });
const ACT: Shape<Act> = (value) => readAct(serialiseCanonical(value));

const EVIDENCE = object({
  format: one(EVIDENCE_FORMAT),
  envelope: object({
    mark: object({ id: text(HEX_32), organisation: text(ID), from: text(ID), to: text(ID), seq: count }),
    signature: text(/^/, 100),
    bytes: orNull(text(/^/, 2 ** 21)),
  }),
  sent: object({ proof: anything }),
  received: PROVEN_RECEIPT,
  decided: orNull(PROVEN_RECEIPT),
  acts: list(ACT, { least: 1, most: 100_000 }),
});

/** The file: canonical JSON in one line. */
export function writeEvidence({ envelope, acts, ...rest }: Evidence): string {
  const { mark, signature, bytes } = envelope;
  return serialiseCanonical({
    format: EVIDENCE_FORMAT,
    ...rest,
    envelope: {
      mark: { ...mark },
      signature: toBase64(signature),
      bytes: bytes && toBase64(bytes),
    },
    acts,
  });
}

/** Reads such a file without believing it. */
export function readEvidence(file: string): Evidence {
  if (file.length > MAX_EVIDENCE_CHARACTERS) throw new Refusal('malformed-evidence', 'longer than any evidence');
  const { envelope, sent, received, decided, acts } = readShape(parseCanonical(file), EVIDENCE, 'malformed-evidence');
  const signature = fromBase64(envelope.signature, 'malformed-evidence');
  if (signature.length !== SIGNATURE_BYTES) throw new Refusal('malformed-evidence', 'a signature has 64 bytes');
  const bytes = envelope.bytes === null ? null : fromBase64(envelope.bytes, 'malformed-evidence');
  return { envelope: { mark: envelope.mark, signature, bytes }, sent, received, decided, acts };
}
