import type { Catalogue } from '@entente/contracts/alerts/catalogue';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../client.ts';

/** Categories, actions and grounds of the organisation; they change with its profile, not within a working day. */
export const catalogueQuery = queryOptions({
  queryKey: ['alerts', 'catalogue'],
  queryFn: ({ signal }) => call<Catalogue>('/api/alerts/catalogue', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
