import { toBase64 } from '@entente/crypto/bytes';
import { type Checkpoint, openCheckpoint } from '@entente/crypto/note/checkpoint';
import { Refusal } from '@entente/crypto/refusal';
import { equalBytes, HASH_BYTES } from '@entente/crypto/sha256';
import type { Tile } from '@entente/crypto/tlog/tile';
import { verifyTiles } from '@entente/crypto/tlog/verify-tiles';
import { Problem } from '../../../../platform/problem.ts';
import type { WatchedLog } from '../../model/witnessing.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { type HeadStanding, headStanding } from '../../rules/witnessing/head-standing.ts';
import { firstChanged } from '../../rules/witnessing/mirrored.ts';
import { watchedLog } from '../../rules/witnessing/watched-log.ts';
import { readCosignedHead } from '../../store/witnessing/cosigned.ts';
import { readMirrored } from '../../store/witnessing/mirror.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import type { WitnessLink } from './witness-link.ts';

export type VerifyParts = Pick<ExchangeParts, 'db' | 'clock' | 'membership'>;

/** What is wrong with another node's log, and where. */
export interface LogFault {
  code: 'signature' | 'tile' | 'root' | 'not-as-mirrored';
  where: string;
  message: string;
}

/** What another node's published tiles say of its log. */
export interface LogVerdict extends HeadStanding {
  node: string;
  origin: string;
  /** Where tiles and head were read: from the node itself, or from what is mirrored here. */
  readFrom: 'node' | 'mirror';
  size: number;
  /** Root its head names, in Base64. */
  root: string;
  /** How many of its records were compared with what is mirrored here. */
  mirrored: number;
  /** The head, a signed note. */
  checkpoint: string;
  faults: LogFault[];
}

/**
 * Verifies another node's log from its published tiles: its key has signed the head, every tile hashes up to the root, and what is
 * mirrored here is still there. Nothing personal is read: a tile holds hashes.
 */
export async function verifyNodeLog(
  parts: VerifyParts,
  node: string,
  link: WitnessLink | undefined,
  signal: AbortSignal,
): Promise<LogVerdict> {
  const { register, self } = currentStanding(parts);
  const log = node === self ? undefined : watchedLog(register, node);
  if (!log) throw new Problem(EXCHANGE_PROBLEMS['unknown-receiver']);
  const held = await readCosignedHead(parts.db, log.origin);
  const note = link ? await link.readCheckpoint(signal) : held?.note;
  if (note === undefined) throw new Problem(EXCHANGE_PROBLEMS['no-such-tile']);
  const { head, fault } = openHead(note, log);
  const mirrored = link ? Math.min(held?.size ?? 0, head?.size ?? 0) : 0;
  const reading: Reading = { log, link, signal, changed: [] };
  return {
    node,
    origin: log.origin,
    readFrom: link ? 'node' : 'mirror',
    size: head?.size ?? 0,
    root: head ? toBase64(head.root) : '',
    mirrored,
    checkpoint: note,
    ...headStanding(register, note, parts.clock.now().toISOString()),
    faults: head ? await faultsOf(parts, head, reading) : [fault!],
  };
}

function currentStanding(parts: VerifyParts) {
  if (!parts.membership.standing()) throw new Problem(EXCHANGE_PROBLEMS['not-in-organisation']);
  return standingOf(parts);
}

function openHead(note: string, { keys }: WatchedLog): { head?: Checkpoint; fault?: LogFault } {
  try {
    return { head: openCheckpoint(note, keys[0]!) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { fault: { code: 'signature', where: 'the head', message: error.message } };
  }
}

interface Reading {
  log: WatchedLog;
  /** Absent where the mirror is read. */
  link: WitnessLink | undefined;
  signal: AbortSignal;
  /** First records of tiles that are not what was mirrored. */
  changed: number[];
}

async function faultsOf(parts: VerifyParts, head: Checkpoint, reading: Reading): Promise<LogFault[]> {
  const { root, faults } = await verifyTiles(head.size, (tile) => readTile(parts, reading, tile));
  return [
    ...reading.changed.map(
      (record): LogFault => ({
        code: 'not-as-mirrored',
        where: `record ${record}`,
        message: 'is not the one whose hash is mirrored here',
      }),
    ),
    ...faults.map(
      ({ tile, fault }): LogFault => ({
        code: 'tile',
        where: `tile ${tile.index} of level ${tile.level}`,
        message: fault === 'missing' ? 'is missing' : 'is not what lies below it',
      }),
    ),
    ...(root === undefined || equalBytes(root, head.root)
      ? []
      : [{ code: 'root' as const, where: 'the head', message: 'names another root than the tiles have' }]),
  ];
}

async function readTile({ db }: VerifyParts, { log, link, signal, changed }: Reading, tile: Tile) {
  const [mirrored] = await readMirrored(db, log.origin, [tile]);
  if (!link) return mirrored?.subarray(0, tile.width * HASH_BYTES);
  const served = await link.readTile(tile, signal);
  const first = tile.level === 0 && mirrored && served && firstChanged(tile, mirrored, served);
  if (typeof first === 'number') changed.push(first);
  return served;
}
