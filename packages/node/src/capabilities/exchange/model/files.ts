import type { FileState } from '@entente/contracts/exchange/attachments';
import type { Tx } from '../../../platform/database/database.ts';
import type { Verdict } from './envelopes.ts';

/** Where every chunk is sealed for: known to both sides, and not carried along (docs/protocol/sealed-chunks.md). */
export const CHUNK_PLACE = 'exchange.attachment';

/** What a file is called, and what it says it is. */
export interface FileName {
  /** Without a folder. */
  name: string;
  mediaType: string;
}

/** What of a file is sealed as one in its row. */
export interface FilePersonal extends FileName {
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  /** The key of its chunks, in hexadecimal. */
  key: string;
}

/** A file as it lies here: `making` while it is being sealed, `taken` once the room it came for has made its own of it. */
export interface StoredFile {
  id: string;
  state: FileState | 'making' | 'taken';
  /** Bytes. */
  size: number;
  /** Chunks that are here. */
  chunks: number;
  failure: string | null;
  personal: FilePersonal | null;
}

/** A file as rooms see it. Name and type are empty once it is erased. */
export interface FileView extends FileName {
  id: string;
  size: number;
  state: FileState;
  /** Of one that is coming, how much is here: 0 to 1. */
  share: number;
  /** Why it is refused, or why it was not to be had last time: a code. */
  failure: string | null;
}

/** What the other side says became of a file there; null while it says nothing. */
export interface Enclosed {
  file: string;
  outcome: { here: true } | { here: false; code: string } | null;
}

/** A file as it is read: one chunk after another, each opened as it is asked for. */
export interface OpenFile extends FileName {
  id: string;
  size: number;
  bytes(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** A file that has come whole and is what its envelope announced. */
export interface ArrivedFile extends OpenFile {
  /** The node it came from. */
  from: string;
  /** Number of its envelope, and its place among the attachments there. */
  seq: number;
  position: number;
}

/** Which attachments envelopes of a type may have, and what becomes of them. */
export interface TakenAttachments {
  /** The most of one envelope, and the most bytes of one. */
  most: number;
  bytes: number;
  mediaTypes: readonly string[];
  /** False: the room makes its own of a file as it arrives, and nothing is kept here. */
  keeps: boolean;
  /**
   * Looks at a file that has come whole, in the transaction by which it is here. What is refused is deleted, and its sender told
   * the code.
   */
  arrived(tx: Tx, file: ArrivedFile): Promise<Verdict>;
}
