import type { TokenHow } from '../model.ts';

/** A placing of query tokens against listed tokens, as places in the two names; either side may be a run or empty. */
export interface Placed {
  query: number[];
  listed: number[];
  /** `alike` until it is put in words. */
  how: TokenHow | 'alike';
  similarity: number;
}
