import type { ReadTiles } from '../tlog/tile-reader.ts';

/** A part of a record as it is held; salt and text are null once erased. */
export interface HeldPart {
  name: string;
  salt: Uint8Array | null;
  text: string | null;
  erasedBy: string | null;
  /** It is held, sealed, and does not open: altered, or under a key that is not at hand. */
  unopened?: true;
}

/** A record as it is held, and every copy of what its content says that is held beside it. */
export interface HeldRecord {
  /** Place in the tree; null for one not yet folded in. */
  index: number | null;
  /** Canonical JSON of the leaf. */
  content: string;
  leafHash?: Uint8Array;
  columns?: { id: string; event: string; actor: string; outcome: string; case: string | null };
  /** Absent where the source leaves parts out. */
  parts?: HeldPart[];
}

/** A record of which a restored node has nothing but its place and its hash. */
export interface LostRecord {
  index: number;
  lostHash: Uint8Array;
}

/** Where a log is read from: a node's database, or an export. Nothing in it is believed. */
export interface LogSource {
  origin: string;
  /** The key the source names; who knows the log's key from elsewhere compares it. */
  verifierKey: string;
  size: number;
  /** By index; those not yet folded in come last. */
  records: AsyncIterable<HeldRecord | LostRecord>;
  /** By size. */
  checkpoints: AsyncIterable<{ size: number; note: string }>;
  /** The stored tree, where there is one. */
  tiles?: { read: ReadTiles; count: number };
  /** How many part rows there are in all, where that can be told: rows of no record would go unseen. */
  partCount?: number;
}
