import { ConsistencyAnswer, HeadsAnswer } from '@entente/contracts/exchange/witnesses';
import { fromBase64 } from '@entente/crypto/bytes';
import { HASH_BYTES, type Hash } from '@entente/crypto/sha256';
import { TILE_WIDTH, type Tile, tilePath } from '@entente/crypto/tlog/tile';
import { type WitnessRequest, writeWitnessRequest } from '@entente/crypto/witness/request';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { CosignAnswer, CosignRefusal } from '../../model/witnessing.ts';
import { LinkError, type PeerLink, type PlainAnswer } from '../peer-link.ts';

/** A heads answer at its largest, and then some. */
const MOST_JSON = 4 * 2 ** 20;
const MOST_SMALL = 64 * 1024;

const heads = Compile(HeadsAnswer);
const consistency = Compile(ConsistencyAnswer);
const problem = Compile(
  Type.Object({
    code: Type.String({ pattern: '^[a-z-]{1,60}$' }),
    current: Type.Optional(
      Type.Object({
        brokenAt: Type.Union([Type.Null(), Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })]),
      }),
    ),
  }),
);

/** What nodes ask each other about their logs. Throws a LinkError like the link itself. */
export interface WitnessLink {
  cosign(
    request: WitnessRequest,
    signal: AbortSignal,
  ): Promise<CosignAnswer | { refused: string; brokenAt: number | null }>;
  /** Undefined where it has no such tile. */
  readTile(tile: Tile, signal: AbortSignal): Promise<Uint8Array | undefined>;
  /** A tile of a node's log as the peer mirrors it. */
  readMirrored(node: string, tile: Tile, signal: AbortSignal): Promise<Uint8Array | undefined>;
  /** The newest head of its own log, with cosignatures; undefined where it has none. */
  readCheckpoint(signal: AbortSignal): Promise<string | undefined>;
  readHeads(signal: AbortSignal): Promise<HeadsAnswer['heads']>;
  /** Undefined where its tree has not so many leaves. */
  readConsistency(from: number, to: number, signal: AbortSignal): Promise<Hash[] | undefined>;
}

export function witnessLink(link: PeerLink): WitnessLink {
  const get = (path: string, most: number, signal: AbortSignal) => link.ask({ method: 'GET', path, most }, signal);
  const tile = async (path: string, signal: AbortSignal) => {
    const answer = await get(path, TILE_WIDTH * HASH_BYTES, signal).then(orProblem);
    return answer?.bytes;
  };
  return {
    cosign: async (request, signal) => {
      const text = writeWitnessRequest(request);
      return readCosigned(await link.ask({ method: 'POST', path: '/peer/cosign', text, most: MOST_SMALL }, signal));
    },
    readTile: (asked, signal) => tile(`/peer/${tilePath(asked)}`, signal),
    readMirrored: (node, asked, signal) => tile(`/peer/mirror/${node}/${tilePath(asked)}`, signal),
    readCheckpoint: async (signal) => {
      const answer = orProblem(await get('/peer/checkpoint', MOST_SMALL, signal));
      return answer && textOf(answer);
    },
    readHeads: async (signal) => {
      const answer = orProblem(await get('/peer/heads', MOST_JSON, signal));
      return answer ? read(heads, answer).heads : [];
    },
    readConsistency: async (from, to, signal) => {
      const answer = orProblem(await get(`/peer/consistency?from=${from}&to=${to}`, MOST_SMALL, signal));
      return answer && read(consistency, answer).proof.map(readHash);
    },
  };
}

/**
 * "200 … one or more signature lines"; 409 with a body of `text/x.tlog.size`; or a problem. A witness whose database is away, that
 * is stopping, or that could not reach the tiles (all 5xx) has refused nothing: it is asked again in the next round.
 */
function readCosigned(answer: PlainAnswer): CosignAnswer | { refused: string; brokenAt: number | null } {
  if (answer.status === 200) return { cosigned: textOf(answer) };
  if (answer.status === 409 && answer.type.startsWith('text/x.tlog.size')) {
    const [, size] = /^(0|[1-9]\d{0,15})\n$/.exec(textOf(answer)) ?? [];
    if (size === undefined || !Number.isSafeInteger(Number(size))) throw new LinkError('wrong-answer');
    return { stale: Number(size) };
  }
  const { code, current } = read(problem, answer);
  if (answer.status >= 500) throw new LinkError('refused', { problem: code });
  return { refused: code as CosignRefusal, brokenAt: current?.brokenAt ?? null };
}

/** Absent things are an answer; every other problem is a failure of the link. */
function orProblem(answer: PlainAnswer): PlainAnswer | undefined {
  if (answer.status === 200) return answer;
  if (answer.status === 404) return undefined;
  throw new LinkError('refused', { problem: read(problem, answer).code });
}

function read<Value>(contract: { Check(value: unknown): value is Value }, answer: PlainAnswer): Value {
  try {
    const value: unknown = JSON.parse(textOf(answer));
    if (contract.Check(value)) return value;
  } catch {
    // No JSON: as wrong as the wrong JSON.
  }
  throw new LinkError('wrong-answer');
}

function textOf({ bytes }: PlainAnswer): string {
  return Buffer.from(bytes).toString('utf8');
}

function readHash(text: string): Hash {
  const hash = fromBase64(text, 'malformed-proof');
  if (hash.length !== HASH_BYTES) throw new LinkError('wrong-answer');
  return hash;
}
