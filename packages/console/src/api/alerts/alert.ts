import type {
  AcceptanceDecision,
  AlertView,
  Assessment,
  Circulation,
  Deletion,
  Dispute,
  DisputeResolution,
  Flag,
  NewDraft,
  Review,
  SavedDraft,
  Submission,
  Unflagging,
  Withdrawal,
} from '@entente/contracts/alerts/alert';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../client.ts';

const FRESH_MS = 60_000;

/** An alert with its content. Each look is recorded and counted, so what was read a moment ago is not asked for again. */
export function alertQuery(id: string) {
  return queryOptions({
    queryKey: ['alerts', 'alert', id],
    queryFn: ({ signal }) => call<AlertView>(`/api/alerts/${id}`, { signal }),
    staleTime: FRESH_MS,
  });
}

/** Takes up what a change answered: the alert as it now is; lists of alerts are asked for anew. */
export function keepAlert(client: QueryClient, alert: AlertView): void {
  client.setQueryData(alertQuery(alert.id).queryKey, alert);
  void client.invalidateQueries({ queryKey: ['alerts', 'list'] });
}

/** What stands in the way of the version being written, by its last saved state. */
export function assess(id: string, signal?: AbortSignal): Promise<Assessment> {
  return call<Assessment>(`/api/alerts/${id}/assessment`, signal ? { signal } : {});
}

export function beginDraft(draft: NewDraft): Promise<AlertView> {
  return call<AlertView>('/api/alerts', { method: 'POST', body: draft });
}

export function saveDraft(id: string, draft: SavedDraft): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/draft`, { method: 'PUT', body: draft });
}

export function abandonDraft(id: string, revision: number): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/draft`, { method: 'DELETE', body: { revision } });
}

export function submitDraft(id: string, submission: Submission): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/submission`, { method: 'POST', body: submission });
}

export function reviewAlert(id: string, review: Review): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/review`, { method: 'POST', body: review });
}

export function openVersion(id: string, version: { revision: number; kind: 'amendment' | 'extension' }) {
  return call<AlertView>(`/api/alerts/${id}/versions`, { method: 'POST', body: version });
}

export function withdrawAlert(id: string, withdrawal: Withdrawal): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/withdrawal`, { method: 'POST', body: withdrawal });
}

export function disputeAlert(id: string, dispute: Dispute): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/dispute`, { method: 'POST', body: dispute });
}

export function resolveDispute(id: string, resolution: DisputeResolution): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/dispute/resolution`, { method: 'POST', body: resolution });
}

export function deleteAlert(id: string, deletion: Deletion): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/deletion`, { method: 'POST', body: deletion });
}

/** Accepts an alert of another state, or refuses it. */
export function decideAcceptance(id: string, decision: AcceptanceDecision): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/acceptance`, { method: 'POST', body: decision });
}

export function flagAlert(id: string, flag: Flag): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/flag`, { method: 'POST', body: flag });
}

export function unflagAlert(id: string, unflagging: Unflagging): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${id}/flag`, { method: 'DELETE', body: unflagging });
}

/** How an alert of this state's own stands at its holders; what is on its way is asked for again. */
export function circulationQuery({ id, revision }: Pick<AlertView, 'id' | 'revision'>) {
  return queryOptions({
    queryKey: ['alerts', 'circulation', id, revision],
    queryFn: ({ signal }) => call<Circulation>(`/api/alerts/${id}/circulation`, { signal }),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? UNDER_WAY_MS : false),
  });
}

const UNDER_WAY_MS = 5_000;

function isUnderWay({ state }: Circulation[number]): boolean {
  return state === 'waiting' || state === 'sent' || state === 'received';
}
