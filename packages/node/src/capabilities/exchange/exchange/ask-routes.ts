import { SealedAsk } from '@entente/contracts/exchange/asks';
import type { FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import type { Http } from '../../../platform/http/http.ts';
import { Problem } from '../../../platform/problem.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import { answerQuestion } from '../service/asks/answer-question.ts';
import type { ExchangeParts } from '../service/parts.ts';

const contract = Compile(SealedAsk);
const BODY_LIMIT = 32 * 1024;

/** Questions of other nodes (docs/protocol/asks.md). The moment of arrival is taken before anything is looked at. */
export function registerAskRoutes(
  http: Http,
  { parts, peerOf }: { parts: ExchangeParts; peerOf(request: FastifyRequest): string },
): void {
  http.register(async (scope) => {
    scope.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.post('/peer/asks', { bodyLimit: BODY_LIMIT }, async (request) => {
      const arrivedAt = performance.now();
      const sealed = parse(request.body);
      if (!contract.Check(sealed)) throw new Problem(EXCHANGE_PROBLEMS['malformed-ask']);
      return await answerQuestion(parts, peerOf(request), sealed, arrivedAt);
    });
  });
}

function parse(body: unknown): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}
