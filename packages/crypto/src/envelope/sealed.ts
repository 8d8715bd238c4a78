import { Refusal } from '../refusal.ts';
import type { OpeningKey } from '../sealed-to/opening-key.ts';
import type { SealPlace } from '../sealed-to/place.ts';
import { openWith, sealTo } from '../sealed-to/seal-to.ts';
import type { SealingKey } from '../sealed-to/sealing-key.ts';

/** Who sends to whom, and which key signed: known before the seal is opened, and bound into it. */
export interface Route {
  organisation: string;
  from: string;
  to: string;
  /** Id of the signing key. */
  signedBy: string;
}

/** Where sealed envelopes belong; suite and sealing key are bound in by the seal itself. */
function placeOf({ organisation, from, to, signedBy }: Route): SealPlace {
  return { info: 'exchange.envelopes', aad: `${organisation}\n${from}\n${to}\n${signedBy}` };
}

/** Bytes of the length before each envelope within a seal. */
const LENGTH_BYTES = 4;
/** The most of them that go into one seal. */
export const MAX_SEALED_TOGETHER = 100;

/**
 * Seals packed, signed envelopes to their receiver: all that go out at one moment, from one node to one other and signed with
 * one key, in one seal. Each is `length || packed`, the length in four bytes, big-endian.
 */
export function sealEnvelopes(packed: readonly Uint8Array[], route: Route, key: SealingKey): Uint8Array {
  if (packed.length === 0 || packed.length > MAX_SEALED_TOGETHER) {
    throw new RangeError(`1 to ${MAX_SEALED_TOGETHER} envelopes go into one seal`);
  }
  const framed = packed.flatMap((bytes) => {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return sealTo(key, placeOf(route), Buffer.concat(framed));
}

/** The packed envelopes again; refused when they were sealed to another key, or for another pair or signer. */
export function openEnvelopes(sealed: Uint8Array, route: Route, key: OpeningKey): Uint8Array[] {
  const framed = Buffer.from(openWith(key, placeOf(route), sealed));
  const packed: Uint8Array[] = [];
  for (let at = 0; at < framed.length; ) {
    if (packed.length === MAX_SEALED_TOGETHER) throw malformed('too many envelopes in one seal');
    if (framed.length - at < LENGTH_BYTES) throw malformed('half a length in a seal');
    const end = at + LENGTH_BYTES + framed.readUInt32BE(at);
    if (end > framed.length) throw malformed('half an envelope in a seal');
    packed.push(framed.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  if (packed.length === 0) throw malformed('no envelope in a seal');
  return packed;
}

function malformed(message: string): Refusal {
  return new Refusal('malformed-envelope', message);
}
