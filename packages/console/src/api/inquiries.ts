import type { Inquiries, InquiryView, NewDecision, NewInquiry } from '@entente/contracts/cases/inquiries';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { dutyQuery } from './cases.ts';
import { call } from './client.ts';

/** Each look is recorded, so not every second. */
const AGAIN_MS = 20_000;

/** Owners asked to tell what asks hit, on both sides; of whom they are about nothing. */
export const inquiriesQuery = queryOptions({
  queryKey: ['inquiries', 'list'],
  queryFn: ({ signal }) => call<Inquiries>('/api/inquiries', { signal }),
  refetchInterval: AGAIN_MS,
});

/** One as a whole; it asks anew while something may still come of it. */
export function inquiryQuery(id: string) {
  return queryOptions({
    queryKey: ['inquiries', 'one', id],
    queryFn: ({ signal }) => call<InquiryView>(`/api/inquiries/${id}`, { signal }),
    // Whoever opens it wants to know how it stands now.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.side === 'owning' && state.data.decision === null ? false : AGAIN_MS),
  });
}

/** Takes up what a step answered; the list and the duty desk ask anew. */
export function keepInquiry(client: QueryClient, view: InquiryView): void {
  client.setQueryData(inquiryQuery(view.id).queryKey, view);
  void client.invalidateQueries({ queryKey: inquiriesQuery.queryKey });
  void client.invalidateQueries({ queryKey: dutyQuery.queryKey });
}

/** Asks the owner that answered with a hit to tell what was hit, in the case that is stated. */
export function askOwner(wish: NewInquiry): Promise<InquiryView> {
  return call<InquiryView>('/api/inquiries', { method: 'POST', body: wish });
}

export function decideInquiry(id: string, decision: NewDecision): Promise<InquiryView> {
  return call<InquiryView>(`/api/inquiries/${id}/decision`, { method: 'POST', body: decision });
}
