import { ConsistencyAnswer, ConsistencyQuery, HeadsAnswer } from '@entente/contracts/exchange/witnesses';
import { toBase64 } from '@entente/crypto/bytes';
import { Refusal } from '@entente/crypto/refusal';
import { parseTilePath, type Tile } from '@entente/crypto/tlog/tile';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Http } from '../../../platform/http/http.ts';
import { Problem } from '../../../platform/problem.ts';
import { proveGrowth, readLogHead, readPublishedTile } from '../../audit/index.ts';
import type { CosignRefusal } from '../model/witnessing.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import type { ExchangeParts } from '../service/parts.ts';
import type { PeerLink } from '../service/peer-link.ts';
import { offerHeads } from '../service/witnessing/offer-heads.ts';
import { cosignedOwnHeads, newestOwnHead } from '../service/witnessing/own-heads.ts';
import { readMirroredTile } from '../service/witnessing/read-mirrored-tile.ts';
import { takeCosignRequest } from '../service/witnessing/take-request.ts';
import { witnessLink } from '../service/witnessing/witness-link.ts';

/** How long reading a log's hashes may take, within the patience of whoever asks. */
const READING_MS = 25_000;

export interface WitnessRouteParts {
  parts: ExchangeParts;
  /** The node whose certificate the connection has shown. */
  peerOf(request: FastifyRequest): string;
  linkTo(peer: string): PeerLink;
  /** Aborted when the server is to close. */
  closing: AbortSignal;
}

const PROBLEM_OF = {
  malformed: 'malformed-cosign-request',
  'unknown-log': 'unknown-log',
  'bad-signature': 'unsigned-checkpoint',
  'smaller-size': 'smaller-size',
  'split-view': 'split-view',
  inconsistent: 'inconsistent-log',
  'log-altered': 'log-altered',
  'log-unread': 'log-unread',
  'too-far': 'too-far',
} as const satisfies Record<CosignRefusal, keyof typeof EXCHANGE_PROBLEMS>;

/** A contract cannot name a wildcard; what it stands for is read by the standard's own rule. */
interface Rest {
  '*': string;
}
interface MirrorOf extends Rest {
  node: string;
}

/** What other nodes may ask of this one about logs (docs/protocol/witnesses.md): hashes and signed notes, nothing else. */
export function registerWitnessRoutes(http: Http, { parts, peerOf, linkTo, closing }: WitnessRouteParts): void {
  const { db } = parts;
  http.register(async (scope) => {
    scope.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.post('/peer/cosign', async (request, reply) => {
      const peer = peerOf(request);
      const signal = AbortSignal.any([closing, AbortSignal.timeout(READING_MS)]);
      const link = witnessLink(linkTo(peer));
      const body = typeof request.body === 'string' ? request.body : '';
      const answer = await takeCosignRequest(parts, peer, body, (tile) => link.readTile(tile, signal));
      if ('stale' in answer) return await sendText(reply.code(409), `${answer.stale}\n`, 'text/x.tlog.size');
      if ('cosigned' in answer) return await sendText(reply, answer.cosigned);
      throw new Problem(EXCHANGE_PROBLEMS[PROBLEM_OF[answer.refused]], { current: { brokenAt: answer.brokenAt } });
    });
  });
  http.get('/peer/checkpoint', async (_request, reply) => {
    const [cosigned] = await cosignedOwnHeads(db, 1);
    const head = cosigned ?? (await newestOwnHead(db));
    if (!head) throw new Problem(EXCHANGE_PROBLEMS['no-such-tile']);
    return await sendText(reply, head.note);
  });
  http.get('/peer/heads', { schema: { response: { 200: HeadsAnswer } } }, async () => await offerHeads(parts));
  http.get(
    '/peer/consistency',
    { schema: { querystring: ConsistencyQuery, response: { 200: ConsistencyAnswer } } },
    async (request) => {
      const { from, to } = request.query;
      if (from > to || to > ((await readLogHead(db))?.size ?? 0)) throw new Problem(EXCHANGE_PROBLEMS['no-such-tile']);
      return { proof: (await proveGrowth(db, from, to)).map(toBase64) };
    },
  );
  http.get<{ Params: Rest }>('/peer/tile/*', async (request, reply) =>
    sendTile(reply, await readPublishedTile(db, tileOf(request.params['*']))),
  );
  http.get<{ Params: MirrorOf }>('/peer/mirror/:node/tile/*', async (request, reply) =>
    sendTile(reply, await readMirroredTile(parts, request.params.node, tileOf(request.params['*']))),
  );
}

/** Only the one spelling of a tile's path that the standard has. */
function tileOf(rest: string): Tile {
  try {
    return parseTilePath(`tile/${rest}`);
  } catch (error) {
    if (error instanceof Refusal) throw new Problem(EXCHANGE_PROBLEMS['no-such-tile'], { cause: error });
    throw error;
  }
}

async function sendTile(reply: FastifyReply, tile: Uint8Array | undefined): Promise<FastifyReply> {
  if (tile === undefined) throw new Problem(EXCHANGE_PROBLEMS['no-such-tile']);
  return await reply.type('application/octet-stream').send(Buffer.from(tile));
}

async function sendText(reply: FastifyReply, text: string, type = 'text/plain; charset=utf-8'): Promise<FastifyReply> {
  // The serializer of this server makes JSON of everything but bytes.
  return await reply.type(type).send(Buffer.from(text));
}
