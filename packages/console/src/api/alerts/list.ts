import type {
  AlertFigures,
  AlertPage,
  AlertQuery,
  AlertSort,
  AlertStatus,
  SavedFilter,
} from '@entente/contracts/alerts/alert';
import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../client.ts';

export const ALERTS_PER_PAGE = 50;

/** Filters and order of the list, as they stand in its address. `expires` and `review` are days from today. */
export interface AlertFilter {
  text?: string;
  status?: AlertStatus;
  category?: string;
  kind?: AlertKind;
  owner?: string;
  awaiting?: true;
  unaccepted?: true;
  mine?: true;
  expires?: number;
  review?: number;
  sort?: AlertSort;
  descending?: boolean;
}

/** A page of alerts that answer to a query; each look is recorded. */
export function alertsQuery(query: AlertQuery) {
  const { awaiting, unaccepted, mine, descending, ...rest } = query;
  return queryOptions({
    queryKey: ['alerts', 'list', query],
    queryFn: ({ signal }) =>
      call<AlertPage>('/api/alerts', {
        query: {
          ...rest,
          awaiting: flag(awaiting),
          unaccepted: flag(unaccepted),
          mine: flag(mine),
          descending: flag(descending),
          limit: ALERTS_PER_PAGE,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

function flag(set: boolean | undefined): string | undefined {
  return set === undefined ? undefined : String(set);
}

/** The officer's own filters, kept on the node because a search text may name somebody. */
export const filtersQuery = queryOptions({
  queryKey: ['alerts', 'filters'],
  queryFn: ({ signal }) => call<SavedFilter[]>('/api/alerts/filters', { signal }),
});

export async function saveFilter({ name, ...filter }: SavedFilter): Promise<void> {
  await call<unknown>(`/api/alerts/filters/${encodeURIComponent(name)}`, { method: 'PUT', body: filter });
}

export async function deleteFilter(name: string): Promise<void> {
  await call<unknown>(`/api/alerts/filters/${encodeURIComponent(name)}`, { method: 'DELETE' });
}

/** Yearly counts, open to the public. */
export const figuresQuery = queryOptions({
  queryKey: ['alerts', 'figures'],
  queryFn: ({ signal }) => call<AlertFigures>('/api/alerts/figures', { signal }),
});
