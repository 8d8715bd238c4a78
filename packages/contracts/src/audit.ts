import { type Static, Type } from 'typebox';
import { PageQuery, Timestamp, Uuid } from './terms.ts';

/**
 * The bytes of a leaf are the canonical JSON (RFC 8785) of this object, nothing else.
 * `salt` (32 random bytes, hex) keeps a leaf hash from being guessed; each personal part has a salt
 * of its own and stands here only as `SHA-256(salt || utf8 text)`.
 */
export const LeafContent = Type.Object({
  id: Uuid,
  at: Timestamp,
  salt: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** `<room>.<past tense>`: `screening.checked`, `access.signed-in`, `audit.erased`. */
  event: Type.String({ pattern: '^[a-z-]+\\.[a-z-]+$' }),
  actor: Type.Object({
    kind: Type.Enum(['officer', 'operator', 'node']),
    id: Type.String(),
    authority: Type.Optional(Type.String()),
  }),
  purpose: Type.Optional(Type.String()),
  legalBasis: Type.Optional(Type.String()),
  /** Case reference, where the purpose needs one. */
  case: Type.Optional(Type.String()),
  outcome: Type.Enum(['done', 'refused', 'failed']),
  /** What it was done to: a kind and a reference, no personal data. */
  subject: Type.Optional(Type.Object({ kind: Type.String(), ref: Type.String() })),
  /** Counts, codes, references. Never personal data: that belongs in a part. */
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Boolean()])),
  parts: Type.Array(Type.Object({ name: Type.String(), commitment: Type.String({ pattern: '^[0-9a-f]{64}$' }) })),
});
export type LeafContent = Static<typeof LeafContent>;

/** GET /api/audit/records */
export const RecordQuery = Type.Object({
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
  actor: Type.Optional(Type.String({ maxLength: 100 })),
  event: Type.Optional(Type.String({ maxLength: 100 })),
  case: Type.Optional(Type.String({ maxLength: 200 })),
  outcome: Type.Optional(Type.Enum(['done', 'refused', 'failed'])),
  ...PageQuery,
});
export type RecordQuery = Static<typeof RecordQuery>;

export const RecordView = Type.Object({
  content: LeafContent,
  /** The actor's display name on this node, for reading; not part of the leaf. */
  actorName: Type.String(),
  /** Position in the tree; null until the sequencer has folded it in, within a second. */
  index: Type.Union([Type.Integer(), Type.Null()]),
  leafHash: Type.String(),
  /** Which personal parts are held, and which have been erased by which record. */
  parts: Type.Array(
    Type.Object({
      name: Type.String(),
      state: Type.Enum(['held', 'erased']),
      erasedBy: Type.Optional(Uuid),
    }),
  ),
});
export type RecordView = Static<typeof RecordView>;

export const RecordPage = Type.Object({
  records: Type.Array(RecordView),
  next: Type.Union([Type.String(), Type.Null()]),
  total: Type.Integer(),
});
export type RecordPage = Static<typeof RecordPage>;

/** GET /api/audit/own: an officer's own trail. */
export const OwnRecordQuery = Type.Object({
  from: RecordQuery.properties.from,
  to: RecordQuery.properties.to,
  event: RecordQuery.properties.event,
  ...PageQuery,
});
export type OwnRecordQuery = Static<typeof OwnRecordQuery>;

/** What an officer did himself: the leaf without salt and personal parts. */
export const OwnRecord = Type.Object({
  ...Type.Omit(LeafContent, ['salt', 'actor', 'parts']).properties,
  index: RecordView.properties.index,
});
export type OwnRecord = Static<typeof OwnRecord>;

export const OwnRecordPage = Type.Object({
  records: Type.Array(OwnRecord),
  next: Type.Union([Type.String(), Type.Null()]),
  total: Type.Integer(),
});
export type OwnRecordPage = Static<typeof OwnRecordPage>;

/** GET /api/audit/records/:id/parts, itself a logged read of personal data. */
export const RecordParts = Type.Object({
  parts: Type.Array(Type.Object({ name: Type.String(), text: Type.String() })),
});
export type RecordParts = Static<typeof RecordParts>;

/** POST /api/audit/records/:id/parts/:name/erasure */
export const Erasure = Type.Object({
  authority: Type.String({ minLength: 3, maxLength: 300 }),
  reason: Type.String({ minLength: 3, maxLength: 1000 }),
});
export type Erasure = Static<typeof Erasure>;

/**
 * GET /api/audit/records/:id/proof and `entente audit prove`: all a stranger needs to check that the
 * record is in the log, with `entente-verify.mjs` and the node's public key.
 */
export const RecordProof = Type.Object({
  format: Type.Literal('entente-record-proof/1'),
  content: LeafContent,
  index: Type.Integer(),
  /** RFC 6962 audit path, hex, nearest the leaf first. */
  path: Type.Array(Type.String()),
  /** C2SP signed-note checkpoint over the tree the path leads to. */
  checkpoint: Type.String(),
  /** C2SP verifier key of the node, `name+hash+base64`. */
  verifierKey: Type.String(),
});
export type RecordProof = Static<typeof RecordProof>;
