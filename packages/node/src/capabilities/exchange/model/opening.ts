import type { SeenAnswer } from '@entente/contracts/exchange/seen';
import type { Json } from '@entente/crypto/json';
import type { Tx } from '../../../platform/database/database.ts';

/**
 * How far the channel with a node is open since this node started. `waiting`: it has not told what it saw. `catching-up`: what it
 * sends is taken, nothing new goes out. `contradicted`: what it saw and what is held here cannot both be.
 */
export type OpeningState = 'waiting' | 'catching-up' | 'open' | 'contradicted';

export interface Opening {
  state: OpeningState;
  since: Date;
  /** Number up to which its envelopes are to be applied before the channel opens. */
  target: number | null;
  why: Contradiction | null;
  /** First and last number of what this node had sent it and learnt back. */
  regained: { first: number; last: number } | null;
}

/** What cannot be: a number it has another envelope under; an envelope it should give back and cannot. */
export type Contradiction = 'number-taken' | 'not-returned' | 'history';

/** What the peers told, by node. */
export type Told = ReadonlyMap<string, SeenAnswer>;

/** An envelope this node sent before a restore, learnt back from its receiver. */
export interface Regained<Body = Json> {
  /** The row of the outbox. */
  outbox: string;
  to: string;
  seq: number;
  type: string;
  sentAt: Date;
  body: Body;
}

/** Does again in a room what this node had done when it sent that; never more than it says. */
export type Regain<Body> = (tx: Tx, regained: Regained<Body>) => Promise<void>;
