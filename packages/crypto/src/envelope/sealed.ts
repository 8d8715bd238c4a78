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

/** Where a sealed envelope belongs; suite and sealing key are bound in by the seal itself. */
function placeOf({ organisation, from, to, signedBy }: Route): SealPlace {
  return { info: 'exchange.envelope', aad: `${organisation}\n${from}\n${to}\n${signedBy}` };
}

/** Seals a packed, signed envelope to its receiver. */
export function sealEnvelope(packed: Uint8Array, route: Route, key: SealingKey): Uint8Array {
  return sealTo(key, placeOf(route), packed);
}

/** The packed envelope again; refused when it was sealed to another key, or for another pair or signer. */
export function openEnvelope(sealed: Uint8Array, route: Route, key: OpeningKey): Uint8Array {
  return openWith(key, placeOf(route), sealed);
}
