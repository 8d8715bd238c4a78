import type { IndexCopy, IndexMemory, PartSizes } from '@entente/matching';

/** What a snapshot is of: what the file says of itself, sealed, before everything else. */
export interface SnapshotHead {
  /** The sources that made the index: another version of the node loads anew. */
  sources: string;
  /** The last position of the feed that is in it, and what the feed says there. */
  position: number;
  feed: string;
  /** The indexes of names in the order of the file, each by its key with the sizes of its parts. */
  indexes: { key: string; sizes: PartSizes }[];
  /** Bytes of what lies beside them. */
  beside: number;
}

/** What the thread that writes is asked. */
export interface SnapshotTask {
  /** Indexes by key, in the order in which they are written. */
  memories: [key: string, memory: IndexMemory][];
  /** Writes what is in force to memories of their own first; without, nobody may write meanwhile. */
  copy: boolean;
  /** Where to write, and what; absent, nothing is written. */
  file?: {
    path: string;
    /** 64 hexadecimal digits, and the same sealed by the node. */
    key: string;
    sealedKey: Uint8Array;
    head: Omit<SnapshotHead, 'indexes'>;
    beside: Uint8Array[];
  };
}

/** The copies, by key. */
export type SnapshotResult = [key: string, copy: IndexCopy][];

/** What binds a snapshot to its kind. */
export const SNAPSHOT_PLACE = 'screening.snapshot';

/** What the file calls the indexes; that of a list by the list's id. */
export const ALERT_NAMES = 'alerts.names';
export const ALERT_DOCUMENTS = 'alerts.documents';
export const LIST = 'list:';
