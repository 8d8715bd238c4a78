import type { Organisation } from '@entente/contracts/membership';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

/** The organisation's profile; it changes with an act, not within a working day. */
export const organisationQuery = queryOptions({
  queryKey: ['membership', 'organisation'],
  queryFn: ({ signal }) => call<Organisation>('/api/membership/organisation', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
