import type {
  PassengerFileReading,
  PassengerListReading,
  PassengerListReport,
  PassengerListRequest,
  PassengerLists,
  PassengerListView,
} from '@entente/contracts/screening/passenger-list';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, send } from '../client.ts';
import { readEvents } from '../events.ts';

const ROUTE = '/api/screening/passenger-lists';

/** The officer's own lists that stand. */
export const passengerListsQuery = queryOptions({
  queryKey: ['screening', 'passenger-lists'],
  queryFn: ({ signal }) => call<PassengerLists>(ROUTE, { signal }),
  staleTime: 0,
});

export function passengerListQuery(id: string) {
  return queryOptions({
    queryKey: ['screening', 'passenger-lists', id],
    queryFn: ({ signal }) => call<PassengerListView>(`${ROUTE}/${id}`, { signal }),
    staleTime: 0,
  });
}

/** Who may be meant. Looking is recorded, so it is read anew only when there is more: `hits` and `state` are the list's own. */
export function passengerReportQuery({ id, hits, state }: Pick<PassengerListView, 'id' | 'hits' | 'state'>) {
  return queryOptions({
    queryKey: ['screening', 'passenger-lists', id, 'report', hits, state],
    queryFn: ({ signal }) => call<PassengerListReport>(`${ROUTE}/${id}/report`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** A file as it is handed over. */
export async function requestOf(file: File, reading: PassengerFileReading): Promise<PassengerListRequest> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { file: { name: file.name.slice(0, 300), content: toBase64(bytes), reading } };
}

/** Characters made at once: an argument for each. */
const AT_ONCE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}

export function readPassengerFile(request: PassengerListRequest, signal: AbortSignal): Promise<PassengerListReading> {
  return call<PassengerListReading>(`${ROUTE}/readings`, { method: 'POST', body: request, signal });
}

export function takePassengerList(request: PassengerListRequest): Promise<PassengerListView> {
  return call<PassengerListView>(ROUTE, { method: 'POST', body: request });
}

export function cancelPassengerList(id: string): Promise<PassengerListView> {
  return call<PassengerListView>(`${ROUTE}/${id}/cancellation`, { method: 'POST' });
}

export async function closePassengerList(id: string): Promise<void> {
  await send(`${ROUTE}/${id}`, { method: 'DELETE' });
}

/** Follows a list while it runs; ends when it has come to an end or the connection is cut. */
export async function* followPassengerList(id: string, signal: AbortSignal): AsyncGenerator<PassengerListView> {
  const response = await send(`${ROUTE}/${id}/events`, { signal, accept: 'text/event-stream' });
  if (!response.body) return;
  for await (const { event, data } of readEvents(response.body)) {
    if (event === 'progress') yield JSON.parse(data) as PassengerListView;
  }
}
