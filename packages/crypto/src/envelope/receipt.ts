import { signingKeyId } from '../act/node-record.ts';
import { HEX_32, ID } from '../act/terms.ts';
import { fromHex, toHex } from '../bytes.ts';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import { type PrivateKey, publicKeyOf, SIGNATURE_BYTES, signBytes, verifyBytes } from '../ed25519.ts';
import { count, instant, object, one, optional, readShape, text } from '../shape.ts';

export const RECEIPT_FORMAT = 'entente-receipt/1';

/** How far an envelope has come at its receiver. */
export const RECEIPT_STATUSES = ['received', 'accepted', 'refused', 'opened'] as const;
export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number];

/** The receiver's signed word on one envelope. It is no envelope: it has no number and earns no receipt. */
export interface Receipt {
  format: typeof RECEIPT_FORMAT;
  organisation: string;
  /** Id of the envelope. */
  envelope: string;
  /** The node that gives it, which received the envelope. */
  from: string;
  /** The node that sent the envelope. */
  to: string;
  seq: number;
  status: ReceiptStatus;
  /** Why it was refused: a code both nodes know, and a sentence. */
  reason?: { code: string; detail: string } | undefined;
  at: string;
  /** The record of it in the receiver's log: a leaf's id. */
  record: string;
  /** Id of the key that signs the receipt. */
  key: string;
}

const RECEIPT = object({
  format: one(RECEIPT_FORMAT),
  organisation: text(ID),
  envelope: text(HEX_32),
  from: text(ID),
  to: text(ID),
  seq: count,
  status: one(...RECEIPT_STATUSES),
  reason: optional(object({ code: text(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 80), detail: text(/^/, 1000) })),
  at: instant,
  record: text(/^[0-9a-f-]{36}$/),
  key: text(/^[0-9a-f]{16}$/),
});

/** `<signature in hexadecimal> <canonical JSON>`, one line. */
export function signReceipt(receipt: Omit<Receipt, 'format' | 'key'>, key: PrivateKey): string {
  const id = signingKeyId(publicKeyOf(key));
  const content = serialiseCanonical({ format: RECEIPT_FORMAT, ...receipt, key: id });
  return `${toHex(signBytes(Buffer.from(content), key))} ${content}`;
}

/** Reads a receipt; the signature is judged once the key it names has been looked up. */
export function readReceipt(line: string): { receipt: Receipt; isSignedBy: (publicKey: Uint8Array) => boolean } {
  const cut = SIGNATURE_BYTES * 2;
  const signature = fromHex(line.slice(0, cut), SIGNATURE_BYTES, 'malformed-receipt');
  const content = line.slice(cut + 1, cut + 4001);
  const receipt = readShape(parseCanonical(content), RECEIPT, 'malformed-receipt');
  return {
    receipt,
    isSignedBy: (publicKey) => line[cut] === ' ' && verifyBytes(Buffer.from(content), signature, publicKey),
  };
}
