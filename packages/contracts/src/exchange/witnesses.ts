import { type Static, Type } from 'typebox';
import { Timestamp } from '../terms.ts';

/** Bounds of what nodes tell each other about heads. */
export const HEADS_LIMITS = { heads: 200, characters: 20_000 };

/** GET /peer/heads: the newest head of each node's log that the answering node has seen and found consistent. */
export const HeadsAnswer = Type.Object({
  heads: Type.Array(
    Type.Object({
      node: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
      /** The checkpoint as its log signed it, with the cosignatures known. */
      note: Type.String({ maxLength: HEADS_LIMITS.characters }),
    }),
    { maxItems: HEADS_LIMITS.heads },
  ),
});
export type HeadsAnswer = Static<typeof HeadsAnswer>;

/** GET /peer/consistency: the proof that the log over `to` leaves has grown from the one over `from`. */
export const ConsistencyQuery = Type.Object({
  from: Type.Integer({ minimum: 0 }),
  to: Type.Integer({ minimum: 0 }),
});
export type ConsistencyQuery = Static<typeof ConsistencyQuery>;

export const ConsistencyAnswer = Type.Object({
  /** Hashes in Base64. */
  proof: Type.Array(Type.String({ maxLength: 44 }), { maxItems: 63 }),
});
export type ConsistencyAnswer = Static<typeof ConsistencyAnswer>;

const Count = Type.Integer({ minimum: 0 });
const OrNull = <Of extends Parameters<typeof Type.Union>[0][number]>(type: Of) => Type.Union([type, Type.Null()]);

/** A head of a log, and how far it is vouched for. */
export const HeadView = Type.Object({
  size: Count,
  seenAt: OrNull(Timestamp),
  /** Nodes that have cosigned it; those of bodies are named and do not count. */
  cosignedBy: Type.Array(Type.String()),
  /** More than half of the active members have; pending until then. */
  standing: Type.Boolean(),
});
export type HeadView = Static<typeof HeadView>;

/** Two notes that one log has signed and that no single history has both. */
export const SplitView = Type.Object({
  held: Type.String(),
  shown: Type.String(),
  /** Who showed the other one. */
  shownBy: Type.String(),
  foundAt: Timestamp,
});
export type SplitView = Static<typeof SplitView>;

/** Another node: as a witness of this node's log, and its log as this node watches it. */
export const WitnessView = Type.Object({
  node: Type.String(),
  holder: Type.Enum(['member', 'body']),
  of: Type.String(),
  witness: Type.Object({
    /** `awaited`: it has not been asked yet. */
    state: Type.Enum(['awaited', 'cosigning', 'silent', 'refusing']),
    since: OrNull(Timestamp),
    /** Why it refuses: the code it answered, and the record of this node's log where it breaks, if it told that. */
    refusal: OrNull(Type.String()),
    brokenAt: OrNull(Count),
    /** The head of this node's log that it cosigned last. */
    size: Count,
    cosignedAt: OrNull(Timestamp),
  }),
  log: Type.Object({
    origin: Type.String(),
    /** The newest head seen of it. */
    head: OrNull(HeadView),
    /** Why its heads are not cosigned here, since when, and at which record it breaks where that can be told. */
    refused: OrNull(Type.Object({ why: Type.String(), since: Timestamp, brokenAt: OrNull(Count) })),
    splitView: OrNull(SplitView),
  }),
});
export type WitnessView = Static<typeof WitnessView>;

/** GET /api/exchange/witnesses */
export const WitnessesView = Type.Object({
  /** This node in the register; null while it is in no organisation. */
  self: OrNull(Type.String()),
  /** How many active members there are: more than half must cosign. */
  members: Count,
  own: Type.Object({
    /** The newest head, and the newest that stands. */
    newest: OrNull(HeadView),
    standing: OrNull(HeadView),
    /** Another history of this node's own log, as others were shown it. */
    splitView: OrNull(SplitView),
  }),
  peers: Type.Array(WitnessView),
});
export type WitnessesView = Static<typeof WitnessesView>;
