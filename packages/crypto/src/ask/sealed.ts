import { toHex } from '../bytes.ts';
import { type PrivateKey, SIGNATURE_BYTES, signBytes, verifyBytes } from '../ed25519.ts';
import type { Route } from '../envelope/sealed.ts';
import { Refusal } from '../refusal.ts';
import type { OpeningKey } from '../sealed-to/opening-key.ts';
import { openWith, sealTo } from '../sealed-to/seal-to.ts';
import type { SealingKey } from '../sealed-to/sealing-key.ts';
import { sha256 } from '../sha256.ts';

/** What is sealed; the label keeps one from being read as the other, or as anything else the same key signs. */
export type AskPart = 'question' | 'answer';

/** The bytes, signed and then sealed to one node for this route. */
export function sealAsk(
  part: AskPart,
  bytes: Uint8Array,
  { route, signing, sealing }: { route: Route; signing: PrivateKey; sealing: SealingKey },
): Uint8Array {
  const signature = signBytes(signed(part, bytes), signing);
  return sealTo(sealing, placeOf(part, route), Buffer.concat([signature, bytes]));
}

/** The bytes again, and whether a key signed them; refused when they were sealed for another route, part or key. */
export function openAsk(
  part: AskPart,
  sealed: Uint8Array,
  { route, opening }: { route: Route; opening: OpeningKey },
): { bytes: Uint8Array; isSignedBy: (publicKey: Uint8Array) => boolean } {
  const packed = openWith(opening, placeOf(part, route), sealed);
  if (packed.length <= SIGNATURE_BYTES) throw new Refusal(`malformed-${part}`, 'too short for what is signed');
  const [signature, bytes] = [packed.subarray(0, SIGNATURE_BYTES), packed.subarray(SIGNATURE_BYTES)];
  return { bytes, isSignedBy: (publicKey) => verifyBytes(signed(part, bytes), signature, publicKey) };
}

function signed(part: AskPart, bytes: Uint8Array): Uint8Array {
  return Buffer.from(`entente-${part}/1\n${toHex(sha256(bytes))}\n`);
}

function placeOf(part: AskPart, { organisation, from, to, signedBy }: Route) {
  return { info: `exchange.${part}`, aad: `${organisation}\n${from}\n${to}\n${signedBy}` };
}
