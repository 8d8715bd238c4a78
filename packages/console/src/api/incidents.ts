import type { IncidentAct, IncidentsView } from '@entente/contracts/access/incidents';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

const PATH = '/api/demonstration/incidents';
const EVERY_MS = 4_000;

/** What a newcomer has made go wrong among the nodes of the demonstration; only where it has several. */
export const incidentsQuery = queryOptions({
  queryKey: ['demonstration', 'incidents'],
  queryFn: ({ signal }) => call<IncidentsView>(PATH, { signal }),
  refetchInterval: EVERY_MS,
  retry: false,
});

/** Sets an incident off, or puts right what one has changed. */
export function setOff(act: IncidentAct): Promise<IncidentsView> {
  return call<IncidentsView>(PATH, { method: 'POST', body: { act } });
}
