import { CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import type { Http } from '../../platform/http/http.ts';
import { askingOf } from '../access/index.ts';
import { wellFormed } from './rules/well-formed.ts';
import { type CheckParts, check } from './service/check.ts';

/** Longer than any input the contract takes, in the longest spelling JSON has for it. */
const BODY_LIMIT = 128 * 1024;

/** The border desk's one question. */
export function registerScreening(http: Http, parts: CheckParts): void {
  http.post(
    '/api/screening/checks',
    {
      config: { gate: { action: 'screening.check', personal: true } },
      bodyLimit: BODY_LIMIT,
      schema: { summary: 'Check a traveller', tags: ['screening'], body: CheckRequest, response: { 200: CheckAnswer } },
    },
    async (request) => await check(askingOf(request), wellFormed(request.body), parts),
  );
}
