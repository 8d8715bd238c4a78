import type { CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import { call } from './client.ts';

export function check(request: CheckRequest, signal?: AbortSignal): Promise<CheckAnswer> {
  return call<CheckAnswer>('/api/screening/checks', { method: 'POST', body: request, ...(signal ? { signal } : {}) });
}
