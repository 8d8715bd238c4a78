import { type Static, Type } from 'typebox';
import { RegisterHead } from './exchange/delivery.ts';
import { Timestamp, Uuid } from './terms.ts';

const Moment = Type.Union([Timestamp, Type.Null()]);
const Count = Type.Integer({ minimum: 0 });

/** Another node, and how the channel with it fares. No personal data. */
export const PeerView = Type.Object({
  node: Type.String(),
  holder: Type.Enum(['member', 'body']),
  /** The member's state, or the body's id. */
  of: Type.String(),
  address: Type.String(),
  /** Whether its holder may act between nodes: an active member, or a body. */
  active: Type.Boolean(),
  /** When it last answered. */
  reachedAt: Moment,
  /** Since when it cannot be reached or takes nothing, and why; null while it works. */
  failing: Type.Union([Type.Object({ since: Timestamp, why: Type.String() }), Type.Null()]),
  /** The act its register ended with when it last said so. */
  head: Type.Union([Type.Integer(), Type.Null()]),
  /** How far the channel is open since this node started; a node that may have been restored waits for the other's word. */
  opening: Type.Object({
    state: Type.Enum(['waiting', 'catching-up', 'open', 'contradicted']),
    since: Moment,
    /** What contradicts: `history`, `number-taken`, `not-returned`. */
    why: Type.Union([Type.String(), Type.Null()]),
  }),
  out: Type.Object({
    /** Written and not numbered yet. */
    waiting: Count,
    /** Number of the last envelope. */
    sent: Count,
    /** Sent, and not stored by it. */
    undelivered: Count,
    /** Stored by it, and neither accepted nor refused. */
    unsettled: Count,
    /** Refused or expired, and not sent again. */
    held: Count,
    lastAt: Moment,
  }),
  in: Type.Object({
    /** Number of the last envelope from it. */
    received: Count,
    /** Received, and neither accepted nor refused here. */
    unapplied: Count,
    lastAt: Moment,
  }),
  /** This node has suspended the channel: when, and why, in the words of whoever did. */
  suspended: Type.Union([Type.Object({ at: Timestamp, reason: Type.String() }), Type.Null()]),
});
export type PeerView = Static<typeof PeerView>;

/** GET /api/exchange/peers */
export const PeersView = Type.Object({
  /** This node in the register; null while it is in no organisation. */
  self: Type.Union([Type.String(), Type.Null()]),
  head: Type.Union([RegisterHead, Type.Null()]),
  /** Whether this node's log waits for the word of a peer, and nothing is decided on what may have been forgotten. */
  held: Type.Boolean(),
  /** Restores from a backup that showed, the newest first. */
  restores: Type.Array(Type.Object({ at: Timestamp, sizeBefore: Count, sizeAfter: Count, lost: Count }), {
    maxItems: 5,
  }),
  peers: Type.Array(PeerView),
});
export type PeersView = Static<typeof PeersView>;

/** An envelope that was refused, or had expired before it went. Its body is not shown. */
export const DeadLetter = Type.Object({
  id: Uuid,
  envelope: Type.String(),
  to: Type.String(),
  seq: Type.Integer({ minimum: 1 }),
  type: Type.String(),
  at: Timestamp,
  /** `expired`, or the code of the receiver's refusal. */
  code: Type.String(),
  /** The receiver's sentence; empty where it expired. */
  detail: Type.String(),
});
export type DeadLetter = Static<typeof DeadLetter>;

/** GET /api/exchange/dead-letters: the oldest first. */
export const DeadLetters = Type.Object({ letters: Type.Array(DeadLetter), more: Type.Boolean() });
export type DeadLetters = Static<typeof DeadLetters>;

/** POST /api/exchange/dead-letters/:id/release: the row of the outbox that was written. */
export const Released = Type.Object({ id: Uuid });
export type Released = Static<typeof Released>;

/** POST /api/exchange/peers/:node/suspension and …/resumption */
export const ChannelChange = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1000, pattern: '\\S' }) });
export type ChannelChange = Static<typeof ChannelChange>;
