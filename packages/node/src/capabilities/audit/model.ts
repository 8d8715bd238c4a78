import type { LeafContent } from '@entente/contracts/audit';
import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Database } from '../../platform/database/database.ts';

/** Who does something, for which purpose and on which basis; `access` makes it from a signed-in officer's request. */
export interface Attribution {
  actor: LeafContent['actor'];
  purpose?: string;
  legalBasis?: string;
  case?: string;
}

/** What a room hands over to be recorded, in the transaction of the thing itself. */
export interface AuditEntry extends Attribution {
  at: Date;
  event: AuditEvent;
  outcome: LeafContent['outcome'];
  /** What it was done to: a kind and a reference, no personal data. */
  subject?: { kind: string; ref: string };
  /** Counts, codes, references; whole numbers only. Never personal data. */
  facts?: LeafContent['facts'];
  /** Personal data, each part under a name of its own; it can be erased while the record stands. */
  parts?: { name: string; text: string }[];
}

/** A part of a record: whether it is held, or which record erased it. */
export interface StoredPart {
  record: string;
  name: string;
  erasedBy: string | null;
}

/** A record as stored. */
export interface StoredRecord {
  id: string;
  /** Canonical JSON of the leaf's content. */
  content: string;
  leafHash: Uint8Array;
  position: number | null;
}

/** Which log this is and how far it has grown. */
export interface LogHead {
  origin: string;
  verifierKey: string;
  size: number;
}

/**
 * Who may give records their place in the tree: anybody who holds the key, since nobody vouches for the log; nobody, until the
 * peers have told which heads they saw; the running node, which has asked.
 */
export type Growth = 'alone' | 'held' | 'witnessed';

/** What records are searched by; `from` inclusive, `to` exclusive. */
export interface RecordFilter {
  from?: Date | undefined;
  to?: Date | undefined;
  actor?: string | undefined;
  event?: string | undefined;
  case?: string | undefined;
  outcome?: string | undefined;
}

/** Names of actors, for reading; compose asks the room that knows officers. Ids it does not know are left out. */
export type NameActors = (db: Database, ids: string[]) => Promise<Map<string, string>>;
