import { fromHex, toHex } from '../bytes.ts';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import { SALT_BYTES } from '../commitment.ts';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { HASH_BYTES } from '../sha256.ts';
import type { HeldPart, HeldRecord, LostRecord } from './source.ts';

export const EXPORT_FORMAT = 'entente-log/1';

/** The first line of an export: which log, at which head, and what the lines after it hold. */
export interface ExportHeader {
  origin: string;
  verifierKey: string;
  /** Leaves of the tree at the head. */
  size: number;
  /** The signed head (C2SP tlog-checkpoint). */
  checkpoint: string;
  /** True: every leaf of the tree, in order. False: a selection, each with its audit path. */
  complete: boolean;
  /** True: with the texts of personal parts. */
  parts: boolean;
}

/** A line after the first. */
export interface ExportedRecord extends HeldRecord {
  /** Audit path in the tree of the head, in a selection. */
  path?: string[];
}

/** The header as a line of canonical JSON. */
export function writeHeader(header: ExportHeader): string {
  return `${serialiseCanonical({ format: EXPORT_FORMAT, ...header })}\n`;
}

/** A record as a line of canonical JSON; its leaf stands in it as an object, so that the line reads well. */
export function writeRecord(record: ExportedRecord): string {
  const { index, content, parts, path } = record;
  return `${serialiseCanonical({ index, content: parseCanonical(content), parts: parts?.map(writePart), path })}\n`;
}

/** A record whose content is lost, as a line: its place and its hash. */
export function writeLost({ index, lostHash }: LostRecord): string {
  return `${serialiseCanonical({ index, lost: toHex(lostHash) })}\n`;
}

export function readHeader(line: string): ExportHeader {
  const { format, origin, verifierKey, size, checkpoint, complete, parts } = fieldsOf(parseCanonical(line));
  if (format !== EXPORT_FORMAT) throw malformed(`the first line is no header of the format ${EXPORT_FORMAT}`);
  if (
    typeof origin !== 'string' ||
    typeof verifierKey !== 'string' ||
    typeof checkpoint !== 'string' ||
    typeof complete !== 'boolean' ||
    typeof parts !== 'boolean' ||
    !isIndex(size)
  ) {
    throw malformed('the header lacks a field');
  }
  return { origin, verifierKey, size, checkpoint, complete, parts };
}

/** A line after the first. A whole log may have lost records in it, a selection none. */
export function readRecord(line: string, header: ExportHeader): ExportedRecord | LostRecord {
  const { index, content, parts, path, lost } = fieldsOf(parseCanonical(line));
  if (lost !== undefined) {
    if (!header.complete || !isIndex(index) || typeof lost !== 'string' || content !== undefined) {
      throw malformed('a lost record is its place and its hash, in a whole log');
    }
    return { index, lostHash: fromHex(lost, HASH_BYTES, 'malformed-leaf') };
  }
  if (!(index === null || isIndex(index))) throw malformed('a record has no index');
  if (content === undefined) throw malformed('a record has no content');
  const record: ExportedRecord = { index, content: serialiseCanonical(content) };
  if (header.parts) record.parts = listOf(parts).map(readPart);
  if (!header.complete) record.path = listOf(path).map((hash) => (typeof hash === 'string' ? hash : ''));
  return record;
}

function writePart({ name, salt, text, erasedBy, unopened }: HeldPart) {
  return { name, salt: salt && toHex(salt), text, erasedBy, unopened };
}

function readPart(part: Json): HeldPart {
  const { name, salt, text, erasedBy, unopened } = fieldsOf(part);
  if (typeof name !== 'string' || !isTextOrNull(salt) || !isTextOrNull(text) || !isTextOrNull(erasedBy)) {
    throw malformed('a part lacks a field');
  }
  const read = { name, salt: salt === null ? null : fromHex(salt, SALT_BYTES, 'malformed-leaf'), text, erasedBy };
  return unopened === true ? { ...read, unopened } : read;
}

function fieldsOf(value: Json): { [key: string]: Json | undefined } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('a line is no object');
  return value;
}

function listOf(value: Json | undefined): Json[] {
  if (!Array.isArray(value)) throw malformed('a list is missing');
  return value;
}

function isTextOrNull(value: Json | undefined): value is string | null {
  return typeof value === 'string' || value === null;
}

function isIndex(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function malformed(message: string): Refusal {
  return new Refusal('malformed-leaf', message);
}
