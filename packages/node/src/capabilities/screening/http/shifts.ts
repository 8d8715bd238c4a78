import { Handover, Handovers, NewHandover } from '@entente/contracts/screening/shift';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import { wellFormed } from '../rules/well-formed.ts';
import { handOver, readHandovers, takeOver } from '../service/handovers.ts';
import type { ScreeningParts } from '../service/parts.ts';

const HAND_OVER = { gate: { action: 'screening.hand-over', personal: true } };
const tags = ['screening'];

/** Shifts handed over, signed by both officers. */
export function registerShifts(http: Http, parts: ScreeningParts): void {
  http.get(
    '/api/screening/handovers',
    {
      config: HAND_OVER,
      schema: { summary: 'Shifts handed over, travellers masked', tags, response: { 200: Handovers } },
    },
    async (request) => ({ handovers: await readHandovers(parts, askingOf(request)) }),
  );
  http.post(
    '/api/screening/handovers',
    {
      config: HAND_OVER,
      schema: { summary: 'Sign a shift over', tags, body: NewHandover, response: { 200: Handover } },
    },
    async (request) => await handOver(parts, askingOf(request), wellFormed(request.body)),
  );
  http.post(
    '/api/screening/handovers/:id/signature',
    {
      config: HAND_OVER,
      schema: { summary: 'Sign for a shift', tags, params: Type.Object({ id: Uuid }), response: { 200: Handover } },
    },
    async (request) => await takeOver(parts, askingOf(request), request.params.id),
  );
}
