import { PassingAnswer, PassingQuery } from '@entente/contracts/exchange/passed';
import { ReturnedAnswer, ReturnedQuery, SeenAnswer, SeenQuery } from '@entente/contracts/exchange/seen';
import type { Http } from '../../../platform/http/http.ts';
import { Problem } from '../../../platform/problem.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import { offerSeen } from '../service/opening/offer-seen.ts';
import { returnEnvelopes } from '../service/opening/return-envelopes.ts';
import type { ExchangeParts } from '../service/parts.ts';
import { takePassed } from '../service/passing/take-passed.ts';
import { hasTold } from '../store/opening/openings.ts';
import type { PeerRouteParts } from './peer-routes.ts';

/** What proves itself, or only says what is stored: two nodes that start at once must not wait for each other. */
const ALWAYS = /^\/peer\/(seen|returned|acts|mirror)[/?]/;

/** A node that may have been restored answers nothing to a peer that has not told what it saw. */
export async function refuseUntilTold({ db }: Pick<ExchangeParts, 'db'>, peer: string, url: string): Promise<void> {
  if (ALWAYS.test(url) || (await hasTold(db, peer))) return;
  throw new Problem(EXCHANGE_PROBLEMS['node-restoring'], { headers: { 'retry-after': '1' } });
}

/** What a node that starts asks of this one (docs/protocol/rejoin.md). */
export function registerOpeningRoutes(
  http: Http,
  { parts, peerOf, onHead }: Pick<PeerRouteParts, 'parts' | 'peerOf' | 'onHead'>,
): void {
  http.post(
    '/peer/seen',
    { schema: { querystring: SeenQuery, response: { 200: SeenAnswer } } },
    async (request) => await offerSeen(parts, peerOf(request), request.query),
  );
  http.post(
    '/peer/passed',
    { schema: { querystring: PassingQuery, response: { 200: PassingAnswer } } },
    async (request) => {
      const peer = peerOf(request);
      const { headNumber: number, headHash: hash } = request.query;
      onHead(peer, { number, hash });
      return await takePassed(parts, peer, request.query);
    },
  );
  http.get(
    '/peer/returned',
    { schema: { querystring: ReturnedQuery, response: { 200: ReturnedAnswer } } },
    async (request) => await returnEnvelopes(parts, peerOf(request), request.query.after),
  );
}
