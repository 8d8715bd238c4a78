import type { CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import type { LastChecks } from '@entente/contracts/screening/shift';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export function check(request: CheckRequest, signal?: AbortSignal): Promise<CheckAnswer> {
  return call<CheckAnswer>('/api/screening/checks', { method: 'POST', body: request, ...(signal ? { signal } : {}) });
}

/** The officer's own checks of this shift, masked. Looking is recorded, so it is asked for only while they are open. */
export const lastChecksQuery = queryOptions({
  queryKey: ['screening', 'last-checks'],
  queryFn: ({ signal }) => call<LastChecks>('/api/screening/last-checks', { signal }),
  staleTime: 0,
  gcTime: 0,
});
