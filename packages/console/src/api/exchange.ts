import type { DeadLetters, PeersView, Released } from '@entente/contracts/exchange';
import type { AskAnswers, AskRecipients, AskRequest } from '@entente/contracts/exchange/asks';
import type { WitnessesView } from '@entente/contracts/exchange/witnesses';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

/** How often a page that is looked at asks again: an operator who waits for a node wants to see it come. */
const AGAIN_MS = 5_000;

/** Other nodes, and how the channels with them fare. */
export const peersQuery = queryOptions({
  queryKey: ['exchange', 'peers'],
  queryFn: ({ signal }) => call<PeersView>('/api/exchange/peers', { signal }),
  refetchInterval: AGAIN_MS,
});

/** Who cosigns this node's log, and whose logs it watches. */
export const witnessesQuery = queryOptions({
  queryKey: ['exchange', 'witnesses'],
  queryFn: ({ signal }) => call<WitnessesView>('/api/exchange/witnesses', { signal }),
  refetchInterval: AGAIN_MS,
});

/** Envelopes that were refused or had expired, the oldest first. */
export const deadLettersQuery = queryOptions({
  queryKey: ['exchange', 'dead-letters'],
  queryFn: ({ signal }) => call<DeadLetters>('/api/exchange/dead-letters', { signal }),
  refetchInterval: AGAIN_MS,
});

/** Sends a held envelope again, as a new one. */
export function releaseLetter(id: string): Promise<Released> {
  return call<Released>(`/api/exchange/dead-letters/${id}/release`, { method: 'POST' });
}

/** Suspends the channel with a node, or opens it again, for a reason that stays on record. */
export function changeChannel(node: string, step: 'suspension' | 'resumption', reason: string): Promise<null> {
  return call<null>(`/api/exchange/peers/${node}/${step}`, { method: 'POST', body: { reason } });
}

/** Which nodes may be asked, and which not now. */
export const recipientsQuery = queryOptions({
  queryKey: ['exchange', 'ask-recipients'],
  queryFn: ({ signal }) => call<AskRecipients>('/api/asks/recipients', { signal }),
});

/** Asks other nodes about one person or document, in the case that is stated; none of it is kept by the browser. */
export function askNodes(request: AskRequest): Promise<AskAnswers> {
  return call<AskAnswers>('/api/asks', { method: 'POST', body: request });
}
