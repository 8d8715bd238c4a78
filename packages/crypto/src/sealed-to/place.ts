import type { Binding } from '../hpke/single-shot.ts';
import { Refusal } from '../refusal.ts';

/** Where sealed bytes belong. They open there and nowhere else; neither part is hidden, nor carried along. */
export interface SealPlace {
  /** What they are, the same for all of their kind: `screening.query`. */
  info: string;
  /** Which one: the id of the check. */
  aad: string;
}

const LABEL = Buffer.from('entente-seal');

/** HPKE's two inputs: `info = "entente-seal" || head || UTF-8(info)`, `aad = UTF-8(aad)`. The head has a fixed length. */
export function bindingOf(head: Uint8Array, { info, aad }: SealPlace): Binding {
  // Half a surrogate pair has no UTF-8 and would be written like any other: two places would be one.
  if (!info.isWellFormed() || !aad.isWellFormed())
    throw new Refusal('lone-surrogate', 'half a surrogate pair in a place');
  if (info === '') throw new RangeError('a seal says what it is for');
  return { info: Buffer.concat([LABEL, head, Buffer.from(info)]), aad: Buffer.from(aad) };
}
