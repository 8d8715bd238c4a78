import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../../platform/clock.ts';
import type { OpenDatabase } from '../../../platform/database/database.ts';
import { enterKeys, removeKeys, withKeysHeld } from '../../../platform/database/key-proofs.ts';
import { untilTransactionsEnd, whileRotatingAlone } from '../../../platform/database/rotation-lock.ts';
import { countByKey, type KeyCount, type Rewrapped, rewrapTable } from '../../../platform/database/sealed-rows.ts';
import { readKeyFile, replaceKeyFile } from '../../../platform/sealing/key-file.ts';
import { type KeyRing, showKeyId, withNewKey, withoutKeys } from '../../../platform/sealing/key-ring.ts';
import type { SealedTable } from '../../../platform/sealing/sealed-table.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';

export interface RotationParts extends Pick<OpenDatabase, 'db' | 'pool'> {
  clock: Clock;
  keyFile: string;
  /** Every table with a sealed column. */
  tables: readonly SealedTable[];
  by: Attribution;
  signal: AbortSignal;
  /** Told as it goes on. */
  onProgress(progress: RotationProgress): void;
}

/** How far a rotation is. */
export type RotationProgress =
  | { step: 'key'; key: string; resumed: boolean; rows: number }
  | { step: 'rewrap'; done: number }
  | { step: 'wait'; open: number };

/** What a rotation came to. */
export interface RotationReport {
  /** The key that seals now. */
  key: string;
  /** A rotation cut short was gone on with: no key was added. */
  resumed: boolean;
  rewrapped: number;
  /** Rows that no key opens; they stay as they are. */
  unopened: number;
  /** Rows that others held all the while; another rotation goes on with them. */
  left: number;
  /** Keys taken out of the file. */
  retired: string[];
  /** Milliseconds of wrapping alone. */
  tookMs: number;
}

/** Longer than a process takes to see that the key file was replaced. */
const SEEN_AFTER_MS = 1500;

/**
 * Adds a key, makes it the one that seals, and wraps the record keys of all rows by it, beside a working node. After a
 * rotation that was cut short it goes on with that one. Undefined while another process rotates.
 */
export async function rotateKeys(parts: RotationParts, retire: boolean): Promise<RotationReport | undefined> {
  return await whileRotatingAlone(parts.pool, async () => {
    const { ring, resumed, ...first } = (await goOn(parts)) ?? (await begin(parts));
    const key = showKeyId(ring.current);
    if (retire) {
      const { signal } = parts;
      await untilTransactionsEnd(parts.pool, { signal, onWait: (open) => parts.onProgress({ step: 'wait', open }) });
    }
    const { unopened, ...second } = await rewrapAll(parts, ring, first.rows);
    const rewrapped = first.rows + second.rows;
    const counts = await countByKey(parts.pool, parts.tables);
    const left = rowsUnder(counts, (id) => id !== ring.current) - unopened;
    const retired = retire ? await retireKeys(parts, ring, counts) : [];
    const facts = { key, rewrapped, unopened, left, retired: retired.join(' ') };
    await parts.db
      .transaction()
      .execute((tx) => recordEvent(tx, { ...entry(parts), event: 'access.keys-rotated', facts }));
    return { key, resumed, rewrapped, unopened, left, retired, tookMs: Math.round(first.tookMs + second.tookMs) };
  });
}

interface Pass extends Rewrapped {
  tookMs: number;
}

interface Begun extends Pass {
  ring: KeyRing;
  resumed: boolean;
}

/** Goes on with a rotation that was cut short, which left rows of other keys; undefined where none of them can be wrapped. */
async function goOn(parts: RotationParts): Promise<Begun | undefined> {
  const { ring } = readKeyFile(parts.keyFile)!;
  const counts = await countByKey(parts.pool, parts.tables);
  const rows = rowsUnder(counts, (key) => key !== ring.current && ring.keys.has(key));
  if (rows === 0) return undefined;
  const pass = await firstPass(parts, ring, { resumed: true, rows });
  return pass.rows > 0 ? { ...pass, ring, resumed: true } : undefined;
}

/** Adds a key and wraps everything by it. */
async function begin(parts: RotationParts): Promise<Begun> {
  const before = readKeyFile(parts.keyFile)!.ring;
  const ring = withNewKey(before);
  // The file first: a key that lies in it unused does no harm, a row under a key that lies nowhere would be lost.
  replaceKeyFile(parts.keyFile, ring);
  await parts.db.transaction().execute(async (tx) => {
    await enterKeys(tx, ring);
    await recordEvent(tx, { ...entry(parts), event: 'access.key-added', facts: { key: showKeyId(ring.current) } });
  });
  const counts = await countByKey(parts.pool, parts.tables);
  const rows = rowsUnder(counts, (key) => before.keys.has(key));
  return { ...(await firstPass(parts, ring, { resumed: false, rows })), ring, resumed: false };
}

async function firstPass(parts: RotationParts, ring: KeyRing, of: { resumed: boolean; rows: number }): Promise<Pass> {
  parts.onProgress({ step: 'key', key: showKeyId(ring.current), ...of });
  // From then on every process seals by the key.
  await pause(SEEN_AFTER_MS, undefined, { signal: parts.signal });
  return await rewrapAll(parts, ring, 0);
}

async function rewrapAll(parts: RotationParts, ring: KeyRing, before: number): Promise<Rewrapped & { tookMs: number }> {
  const began = performance.now();
  const total = { rows: before, unopened: 0 };
  for (const table of parts.tables) {
    const { signal } = parts;
    const onBatch = ({ rows }: Rewrapped) => {
      total.rows += rows;
      parts.onProgress({ step: 'rewrap', done: total.rows });
    };
    total.unopened += (await rewrapTable(parts.pool, table, ring, { signal, onBatch })).unopened;
  }
  return { rows: total.rows - before, unopened: total.unopened, tookMs: performance.now() - began };
}

/** Takes out of the file every key that no row needs: once out, nothing sealed by it is ever read again. */
async function retireKeys(parts: RotationParts, ring: KeyRing, counts: KeyCount[]): Promise<string[]> {
  const needed = new Set(counts.map(({ key }) => key));
  const ids = [...ring.keys.keys()].filter((id) => id !== ring.current && !needed.has(id));
  if (ids.length === 0) return [];
  // A process that starts in between would enter the keys again that are about to leave the file.
  await withKeysHeld(parts.pool, async () => {
    await parts.db.transaction().execute((tx) => removeKeys(tx, ids));
    replaceKeyFile(parts.keyFile, withoutKeys(ring, ids));
  });
  return ids.map(showKeyId);
}

function rowsUnder(counts: KeyCount[], matches: (key: number) => boolean): number {
  return counts.filter(({ key }) => matches(key)).reduce((sum, { rows }) => sum + rows, 0);
}

function entry({ by, clock }: RotationParts) {
  return { ...by, at: clock.now(), outcome: 'done' as const };
}
