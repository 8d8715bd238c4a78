import type { NewReportChoice, ReportReview } from '@entente/contracts/screening/report';
import type {
  ChecklistItem,
  Notice,
  Referral,
  SecondLinePage,
  SecondLineView,
  Verdict,
} from '@entente/contracts/screening/second-line';
import type { Language } from '@entente/contracts/terms';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../client.ts';
import { noteClocks } from './known-clocks.ts';

/** How often a list that is looked at asks again; each look is recorded, so not every second. */
const AGAIN_MS = 20_000;
const FRESH_MS = 60_000;

/** Cases of the second line, open or closed, the traveller masked. */
export function casesQuery(open: boolean, cursor?: string) {
  return queryOptions({
    queryKey: ['screening', 'cases', open, cursor],
    queryFn: async ({ signal }) => {
      const query = { open: String(open), cursor };
      const page = await call<SecondLinePage>('/api/screening/second-line', { query, signal });
      noteClocks(page.cases, open && cursor === undefined && page.next === null);
      return page;
    },
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

/** One case with the traveller and what to compare him with. Each look is recorded. */
export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ['screening', 'case', id],
    queryFn: async ({ signal }) => {
      const view = await call<SecondLineView>(`/api/screening/second-line/${id}`, { signal });
      noteClocks([view]);
      return view;
    },
    staleTime: FRESH_MS,
  });
}

/** Takes up what a change answered; the lists are asked for anew. */
export function keepCase(client: QueryClient, view: SecondLineView): void {
  noteClocks([view]);
  client.setQueryData(caseQuery(view.id).queryKey, view);
  void client.invalidateQueries({ queryKey: ['screening', 'cases'] });
}

export function refer(referral: Referral): Promise<SecondLineView> {
  return call<SecondLineView>('/api/screening/referrals', { method: 'POST', body: referral });
}

export function saveChecklist(
  id: string,
  saved: { revision: number; candidate: string; checklist: ChecklistItem[] },
): Promise<SecondLineView> {
  return call<SecondLineView>(`/api/screening/second-line/${id}/checklist`, { method: 'PUT', body: saved });
}

export function changeClock(id: string, change: { revision: number; held: boolean }): Promise<SecondLineView> {
  return call<SecondLineView>(`/api/screening/second-line/${id}/clock`, { method: 'PUT', body: change });
}

export function giveVerdict(id: string, verdict: Verdict): Promise<SecondLineView> {
  return call<SecondLineView>(`/api/screening/second-line/${id}/verdicts`, { method: 'POST', body: verdict });
}

/** The second officer's word on what the owner of an alert is told. */
export function reviewReport(id: string, review: ReportReview): Promise<SecondLineView> {
  return call<SecondLineView>(`/api/screening/second-line/${id}/report-reviews`, { method: 'POST', body: review });
}

/** What the owner of an alert is told, chosen anew. */
export function chooseReport(id: string, choice: NewReportChoice): Promise<SecondLineView> {
  return call<SecondLineView>(`/api/screening/second-line/${id}/report-choices`, { method: 'POST', body: choice });
}

/** What the notice to the person is filled with. That it was made is recorded. */
export function noticeQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['screening', 'notice', id, language],
    queryFn: ({ signal }) => call<Notice>(`/api/screening/second-line/${id}/notice`, { query: { language }, signal }),
    staleTime: FRESH_MS,
  });
}
