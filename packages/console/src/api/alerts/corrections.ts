import type { ListId } from '@entente/contracts/alerts';
import type {
  CorrectionDecision,
  ListEntryView,
  NewCorrection,
  ProposedCorrections,
} from '@entente/contracts/alerts/corrections';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../client.ts';

const entryPath = (list: ListId, ref: string) => `/api/alerts/lists/${list}/entries/${encodeURIComponent(ref)}`;

/** An entry of a list with its corrections. Looking is recorded. */
export function entryQuery(list: ListId, ref: string) {
  return queryOptions({
    queryKey: ['alerts', 'entries', list, ref],
    queryFn: ({ signal }) => call<ListEntryView>(entryPath(list, ref), { signal }),
    gcTime: 0,
  });
}

/** Corrections that await a second officer. */
export const proposedQuery = queryOptions({
  queryKey: ['alerts', 'corrections'],
  queryFn: ({ signal }) => call<ProposedCorrections>('/api/alerts/corrections', { signal }),
  gcTime: 0,
});

export function proposeCorrection(list: ListId, ref: string, correction: NewCorrection): Promise<ListEntryView> {
  return call<ListEntryView>(`${entryPath(list, ref)}/corrections`, { method: 'POST', body: correction });
}

export function decideCorrection(id: string, decision: CorrectionDecision['decision']): Promise<ListEntryView> {
  return call<ListEntryView>(`/api/alerts/corrections/${id}/decision`, { method: 'POST', body: { decision } });
}

export function withdrawCorrection(id: string): Promise<ListEntryView> {
  return call<ListEntryView>(`/api/alerts/corrections/${id}/withdrawal`, { method: 'POST' });
}
