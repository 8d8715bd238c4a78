/** What the benchmark tells one of its node processes, and what that answers. */

export interface SendOrder {
  order: 'send';
  to: string;
  count: number;
  /** Envelopes written in one transaction. */
  perTransaction: number;
  /** Milliseconds between transactions; 0 for as fast as four connections write. */
  everyMs: number;
}

export type Order =
  | SendOrder
  /** Deliver, apply and read receipts from now on. */
  | { order: 'start' }
  /** How far it has come. */
  | { order: 'state'; peer: string }
  /** Moments of arrival at the handler, and of the final receipts, by the number in the body. */
  | { order: 'moments' }
  /** Take a file of so many bytes in, and send it with an envelope. */
  | { order: 'send-file'; to: string; bytes: number }
  /** The file that came last from a peer. */
  | { order: 'file'; peer: string }
  /** The most memory since this was asked last. */
  | { order: 'memory' };

export interface FileCame {
  state: string | null;
  /** When it was seen to be whole: milliseconds since 1970, with fractions. */
  wholeAt: number | null;
}

export interface Memory {
  /** Mebibytes of the process that lie in memory: at most since the last time, and now. */
  most: number;
  now: number;
}

export interface State {
  sent: number;
  settled: number;
  waiting: number;
  applied: number;
  /** Processor time of the process so far. */
  cpuMs: number;
}

export type Answer = { done: true } | State | Moments | FileCame | Memory | { failed: string };

export interface Moments {
  /** When `send` began, by the number in the body: milliseconds since 1970, with fractions. */
  written: [number, number][];
  applied: [number, number][];
}
