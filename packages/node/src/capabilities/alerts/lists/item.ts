import type { ImportProblem, ListedSubject, ListFormat, ListId } from '@entente/contracts/alerts';
import type { Reason } from './reasons.ts';

/** What a reader is asked to read. */
export interface Reading {
  format: ListFormat;
  /** Files of one list; OFAC takes the folder of its set. Gzip is told by content. */
  paths: readonly string[];
  /** The list the records go to, where it differs from the format's own (`invented` in the UN's format). */
  list?: ListId;
  signal?: AbortSignal;
  limits?: Limits;
}

/** Bounds on what a file may make us hold or do. All sizes in bytes of the unpacked file. */
export interface Limits {
  /** One file, unpacked. */
  file: number;
  /** Unpacked bytes per packed byte, beyond the first `packedFree` unpacked bytes. */
  ratio: number;
  packedFree: number;
  /** One record, in characters. */
  record: number;
  /** What a reader may hold to join records of several files or rows, in characters. */
  held: number;
}

export const LIMITS: Limits = {
  file: 4 * 2 ** 30,
  ratio: 200,
  packedFree: 16 * 2 ** 20,
  record: 2 ** 20,
  held: 256 * 2 ** 20,
};

/** What a reader yields, in the order of the file. */
export type ListItem =
  | { kind: 'subject'; subject: ListedSubject; scope: string; place: Place }
  /** `refused`: the record did not go in; otherwise it did, without the field named in the reason. */
  | { kind: 'problem'; problem: ImportProblem; refused: boolean }
  /** Bytes of the files as they lie on the disk read so far, all files together. */
  | { kind: 'progress'; bytes: number }
  /** The date the list itself states, as it writes it. */
  | { kind: 'dated'; listDate: string }
  /**
   * A part of the list the files speak for; given before its subjects. A record of a complete scope that
   * the files no longer name has been removed; an amending act is not complete and removes nothing.
   */
  | { kind: 'scope'; scope: string; complete: boolean };

/** Where a record stands: the file's name, and a line or an element path with its line. */
export interface Place {
  file: string;
  place: string;
}

/** Why a whole file cannot be read. The code is the problem's in docs/reference/problems.md. */
export type ListFileFault =
  | 'list-unreadable'
  | 'list-empty'
  | 'list-wrong-format'
  | 'list-cut'
  | 'list-damaged'
  | 'list-hostile'
  | 'list-too-large';

/** A file that cannot be read as a list; nothing of it may be applied. */
export class ListFileError extends Error {
  readonly code: ListFileFault;

  constructor(code: ListFileFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ListFileError';
    this.code = code;
  }
}

export function problemItem(place: Place, reason: Reason, refused: boolean, ref?: string): ListItem {
  const { code, values, text } = reason;
  return {
    kind: 'problem',
    refused,
    problem: { ...place, ...(ref !== undefined && { ref }), code, values, reason: text },
  };
}
