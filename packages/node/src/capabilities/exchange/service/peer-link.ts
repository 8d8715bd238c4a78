import type { ActsAnswer, ActsQuery } from '@entente/contracts/exchange/acts';
import type { Delivery, DeliveryAnswer } from '@entente/contracts/exchange/delivery';
import type { ReceiptsAnswer, ReceiptsQuery } from '@entente/contracts/exchange/receipts';

/** The way to one peer. Every call throws a LinkError where no answer came that follows the contract. */
export interface PeerLink {
  deliver(delivery: Delivery, signal: AbortSignal): Promise<DeliveryAnswer>;
  readReceipts(query: ReceiptsQuery, signal: AbortSignal): Promise<ReceiptsAnswer>;
  readActs(query: ActsQuery, signal: AbortSignal): Promise<ActsAnswer>;
  /** Anything else: the answer as it came, whatever its status. */
  ask(call: PlainCall, signal: AbortSignal): Promise<PlainAnswer>;
  /** Ends its connections; the next call makes new ones, by the register as it stands then. */
  reset(): void;
}

/** A request whose answer is no JSON of a contract. */
export interface PlainCall {
  method: 'GET' | 'POST';
  path: string;
  /** A body, as plain text. */
  text?: string;
  /** The most bytes of an answer; a peer that sends more is not listened to. */
  most: number;
}

export interface PlainAnswer {
  status: number;
  type: string;
  bytes: Uint8Array;
}

/** Why a peer gave no usable answer. */
export type LinkFailure =
  /** Nobody answers at its address, or the connection broke. */
  | 'unreachable'
  /** Somebody answers, with a certificate that the register does not have for it; or it does not take ours. */
  | 'wrong-certificate'
  /** It took longer than it may. */
  | 'too-slow'
  /** It answered what the contract does not know, or too much of it. */
  | 'wrong-answer'
  /** It answered a problem. */
  | 'refused'
  /** This node holds no certificate that is in force. */
  | 'no-own-certificate';

export class LinkError extends Error {
  readonly failure: LinkFailure;
  /** The code of the problem it answered. */
  readonly problem: string | undefined;

  constructor(failure: LinkFailure, options: { problem?: string; cause?: unknown } = {}) {
    super(`no usable answer: ${failure}${options.problem === undefined ? '' : ` (${options.problem})`}`, {
      cause: options.cause,
    });
    this.name = 'LinkError';
    this.failure = failure;
    this.problem = options.problem;
  }
}
