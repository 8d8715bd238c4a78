import { ReturnedAnswer, SeenAnswer, type SeenQuery } from '@entente/contracts/exchange/seen';
import { Compile } from 'typebox/compile';
import { readAs } from '../json-answer.ts';
import type { PeerLink } from '../peer-link.ts';

/** Some notes and numbers. */
const MOST_SEEN = 256 * 1024;
/** A seal of a delivery's size, in Base64. */
const MOST_RETURNED = 6 * 2 ** 20;

const seen = Compile(SeenAnswer);
const returned = Compile(ReturnedAnswer);

/** What a node that starts asks its peers. Throws a LinkError like the link itself. */
export interface SeenLink {
  /** Tells how far this node has come, and hears what the peer saw of it. */
  readSeen(query: SeenQuery, signal: AbortSignal): Promise<SeenAnswer>;
  /** This node's own envelopes after a number, as the peer received them. */
  readReturned(after: number, signal: AbortSignal): Promise<ReturnedAnswer>;
}

export function seenLink(link: PeerLink): SeenLink {
  return {
    readSeen: async ({ received, applied, receipts, sent }, signal) => {
      const path = `/peer/seen?received=${received}&applied=${applied}&receipts=${receipts}&sent=${sent}`;
      return readAs(seen, await link.ask({ method: 'POST', path, most: MOST_SEEN }, signal));
    },
    readReturned: async (after, signal) =>
      readAs(
        returned,
        await link.ask({ method: 'GET', path: `/peer/returned?after=${after}`, most: MOST_RETURNED }, signal),
      ),
  };
}
