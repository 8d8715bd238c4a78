import {
  AcceptanceDecision,
  AlertView,
  Circulation,
  Deletion,
  Flag,
  Unflagging,
} from '@entente/contracts/alerts/alert';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import { deleteAlert } from '../service/alerts/end.ts';
import type { AlertParts } from '../service/alerts/parts.ts';
import { viewCirculation } from '../service/circulation/view-circulation.ts';
import { decideAcceptance, flag, unflag } from '../service/received/decide-held.ts';

const FLAG = { gate: { action: 'alerts.flag', personal: true } };
const tags = ['alerts'];
const params = Type.Object({ id: Uuid });
const response = { 200: AlertView };

/** Where this state's alerts are, and what is said here to those of others. */
export function registerCirculationRoutes(http: Http, parts: AlertParts): void {
  http.get(
    '/api/alerts/:id/circulation',
    {
      config: { gate: { action: 'alerts.read', personal: true } },
      schema: { summary: 'How an alert stands at its holders', tags, params, response: { 200: Circulation } },
    },
    async (request) => await viewCirculation(parts, askingOf(request), request.params.id),
  );
  http.post(
    '/api/alerts/:id/deletion',
    {
      config: { gate: { action: 'alerts.delete', personal: true } },
      schema: { summary: 'Delete an ended alert, here and at its holders', tags, params, body: Deletion, response },
    },
    async (request) => await deleteAlert(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  http.post(
    '/api/alerts/:id/acceptance',
    {
      config: { gate: { action: 'alerts.accept', personal: true } },
      schema: { summary: "Accept or refuse another state's alert", tags, params, body: AcceptanceDecision, response },
    },
    async (request) => await decideAcceptance(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  http.post(
    '/api/alerts/:id/flag',
    { config: FLAG, schema: { summary: 'Take no action on our territory', tags, params, body: Flag, response } },
    async (request) => await flag(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  http.delete(
    '/api/alerts/:id/flag',
    { config: FLAG, schema: { summary: 'Lift a flag', tags, params, body: Unflagging, response } },
    async (request) => await unflag(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
}
