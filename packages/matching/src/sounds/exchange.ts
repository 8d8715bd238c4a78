/** What it costs to make one form of another, each in the script of its side. */
export interface Exchange {
  /** One sound put for another, `[left * SIZE + right]`; `last` where both end their words. */
  substitution: Float32Array;
  last: Float32Array;
  /** A sound that only this side has, `[place * SIZE + sound]`. */
  left: Float32Array;
  right: Float32Array;
  /** Two sounds that changed places. */
  swap: number;
}
