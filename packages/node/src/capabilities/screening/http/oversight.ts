import { OpenedQuery, QueryOpening, ScreeningFigures } from '@entente/contracts/screening/shift';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf, attribution } from '../../access/index.ts';
import { wellFormed } from '../rules/well-formed.ts';
import { readFigures } from '../service/figures.ts';
import { openQuery } from '../service/open-query.ts';
import type { ScreeningParts } from '../service/parts.ts';

const tags = ['screening'];

/** What oversight sees of the desk: figures by officer, and one sealed question at a time, with a reason. */
export function registerOversight(http: Http, parts: ScreeningParts): void {
  http.get(
    '/api/screening/figures',
    {
      config: { gate: { action: 'screening.view-figures', personal: true } },
      schema: { summary: 'Checks by officer and day, and patterns', tags, response: { 200: ScreeningFigures } },
    },
    async (request) => await readFigures(parts, askingOf(request)),
  );
  http.post(
    '/api/screening/queries/:check/opening',
    {
      config: { gate: { action: 'screening.open-query', personal: true } },
      schema: {
        summary: 'Open the sealed question of a check; the reason goes on record',
        tags,
        params: Type.Object({ check: Uuid }),
        body: QueryOpening,
        response: { 200: OpenedQuery },
      },
    },
    async (request) => {
      const asked = { check: request.params.check, reason: wellFormed(request.body.reason) };
      const key = { file: parts.oversight.file, where: 'node' } as const;
      return await openQuery(parts, key, attribution(askingOf(request)), asked);
    },
  );
}
