import { signingKeyId } from '../act/node-record.ts';
import { HEX_32, ID } from '../act/terms.ts';
import { toHex } from '../bytes.ts';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import { type PrivateKey, publicKeyOf, signBytes } from '../ed25519.ts';
import { count, instant, object, one, optional, readShape, text } from '../shape.ts';
import { areLinesSigned, isLineSigned, placeTogether, type SignedLine, takeApart } from './signed-together.ts';

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
export function signReceipt(receipt: NewReceipt, key: PrivateKey): string {
  const content = contentOf(receipt, key);
  return `${toHex(signBytes(Buffer.from(content), key))} ${content}`;
}

/** A receipt before it is signed. */
export type NewReceipt = Omit<Receipt, 'format' | 'key'>;

/**
 * Signs receipts that are given at one moment with one signature: over the root of a tree (RFC 6962) whose leaves they are.
 * Each line proves itself, with its path: `<signature> <index>/<size> <root> <hashes, comma between> <canonical JSON>`. A
 * signature takes as long as a hundred of the hashes in its place.
 */
export function signReceipts(receipts: readonly NewReceipt[], key: PrivateKey): string[] {
  if (receipts.length < 2) return receipts.map((receipt) => signReceipt(receipt, key));
  const contents = receipts.map((receipt) => contentOf(receipt, key));
  return placeTogether(contents, (root) => signBytes(root, key)).lines;
}

function contentOf(receipt: NewReceipt, key: PrivateKey): string {
  return serialiseCanonical({ format: RECEIPT_FORMAT, ...receipt, key: signingKeyId(publicKeyOf(key)) });
}

/** Reads a receipt; the signature is judged once the key it names has been looked up. */
export function readReceipt(line: string): { receipt: Receipt; isSignedBy: (publicKey: Uint8Array) => boolean } {
  const taken = takeApart(line);
  return { receipt: readContent(taken), isSignedBy: (publicKey) => isLineSigned(taken, publicKey) };
}

/** Reads receipts that come together; `areSignedBy` judges the signatures of those from `first` up to `end`, all of one key. */
export function readReceipts(lines: readonly string[]): {
  receipts: Receipt[];
  areSignedBy: (publicKey: Uint8Array, first: number, end: number) => boolean;
} {
  const taken = lines.map(takeApart);
  return {
    receipts: taken.map(readContent),
    areSignedBy: (publicKey, first, end) => areLinesSigned(taken.slice(first, end), publicKey),
  };
}

function readContent({ content }: SignedLine): Receipt {
  return readShape(parseCanonical(content), RECEIPT, 'malformed-receipt');
}
