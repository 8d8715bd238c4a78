import type { Handover, Handovers, NewHandover } from '@entente/contracts/screening/shift';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../client.ts';

const AGAIN_MS = 30_000;

/** Shifts handed over, the newest first. */
export const handoversQuery = queryOptions({
  queryKey: ['screening', 'handovers'],
  queryFn: ({ signal }) => call<Handovers>('/api/screening/handovers', { signal }),
  refetchInterval: AGAIN_MS,
});

/** The leaving officer signs. */
export function handOver(handover: NewHandover): Promise<Handover> {
  return call<Handover>('/api/screening/handovers', { method: 'POST', body: handover });
}

/** The next officer signs for the shift. */
export function takeOver(id: string): Promise<Handover> {
  return call<Handover>(`/api/screening/handovers/${id}/signature`, { method: 'POST' });
}
