import { CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import { LastChecks } from '@entente/contracts/screening/shift';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import { wellFormed } from '../rules/well-formed.ts';
import { check } from '../service/check.ts';
import { lastChecks } from '../service/last-checks.ts';
import type { ScreeningParts } from '../service/parts.ts';

/** Longer than any input the contract takes, in the longest spelling JSON has for it. */
const BODY_LIMIT = 128 * 1024;
const CHECK = { gate: { action: 'screening.check', personal: true } };
const tags = ['screening'];

/** The border desk's question, and an officer's own last checks. */
export function registerChecks(http: Http, parts: ScreeningParts): void {
  http.post(
    '/api/screening/checks',
    {
      config: CHECK,
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'Check a traveller, a document or an object',
        tags,
        body: CheckRequest,
        response: { 200: CheckAnswer },
      },
    },
    async (request) => await check(askingOf(request), wellFormed(request.body), parts),
  );
  http.get(
    '/api/screening/last-checks',
    {
      config: CHECK,
      schema: { summary: 'Own last checks of this session, masked', tags, response: { 200: LastChecks } },
    },
    async (request) => await lastChecks(parts, askingOf(request)),
  );
}
