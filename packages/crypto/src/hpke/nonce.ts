import { Refusal } from '../refusal.ts';

/**
 * ComputeNonce (RFC 9180, section 5.2): the base nonce, exclusive-or the sequence number as big-endian bytes.
 * The standard's limit is 2^96 - 1; ours is where a JavaScript number would no longer count by one, for a
 * nonce used twice gives the key away.
 */
export function nonceAt(baseNonce: Uint8Array, sequence: number): Uint8Array {
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence === Number.MAX_SAFE_INTEGER) {
    throw new Refusal('out-of-range', 'the context has sealed as many messages as it may');
  }
  const nonce = Uint8Array.from(baseNonce);
  const view = new DataView(nonce.buffer);
  const at = nonce.length - 8;
  view.setBigUint64(at, view.getBigUint64(at) ^ BigInt(sequence));
  return nonce;
}
