import { type PrivateKey, signBytes, verifyBytes } from '../ed25519.ts';

/** Numbers of one stream that are used up: what the envelopes said is erased, and they cannot be sent any more. */
export interface PassedOver {
  organisation: string;
  from: string;
  to: string;
  /** The first and the last of them. */
  first: number;
  last: number;
}

/** The label keeps a word about numbers from being read as anything else that the same key signs. */
function bytesOf({ organisation, from, to, first, last }: PassedOver): Uint8Array {
  return Buffer.from(`entente-passed/1\n${organisation}\n${from}\n${to}\n${first}\n${last}\n`);
}

/** 64 bytes of Ed25519. */
export function signPassed(passed: PassedOver, key: PrivateKey): Uint8Array {
  return signBytes(bytesOf(passed), key);
}

export function verifyPassed(passed: PassedOver, signature: Uint8Array, publicKey: Uint8Array): boolean {
  return verifyBytes(bytesOf(passed), signature, publicKey);
}
