import type { OpenedQuery, ScreeningFigures } from '@entente/contracts/screening/shift';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../client.ts';

/** How much each officer searched, and what is out of the ordinary. Looking is recorded. */
export const searchFiguresQuery = queryOptions({
  queryKey: ['screening', 'figures'],
  queryFn: ({ signal }) => call<ScreeningFigures>('/api/screening/figures', { signal }),
  staleTime: 60_000,
});

/** Opens the sealed question of a check, for a reason that stays on record. */
export function openQuestion(check: string, reason: string): Promise<OpenedQuery> {
  return call<OpenedQuery>(`/api/screening/queries/${check}/opening`, { method: 'POST', body: { reason } });
}
