import type { Form } from '../sounds/distance.ts';
import type { Script } from '../text/script.ts';

/**
 * What a token does in a name. `particle`: al, bin, van, oglu and titles, which come and go;
 * `initial`: one letter for a name.
 */
export type Role = 'name' | 'particle' | 'initial';

/** A token of a name in its normal form. */
export interface Token {
  /** As written, cleaned and in lower case. */
  text: string;
  script: Script;
  role: Role;
  /** Each way it may sound, most likely first; their letters in `sounds`. */
  forms: Form[];
  sounds: string[];
  /** How it sounds if two of its letters changed places, where it is a short Latin word. */
  transposed?: string[];
  /** How much it says about the person; a typical name is 1. */
  weight: number;
  /** It was written with letters of another script that are drawn like its own. */
  disguised?: true;
  /** The written word it is a part of, read as one: `阿明` is a surname and a given name, or Amin. */
  whole?: Token;
}
