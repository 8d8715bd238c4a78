import type { GuideView } from '@entente/contracts/access/guide';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

const EVERY_MS = 2_500;

/** What was done in the demonstration, as the node's log tells it; asked anew again and again while the page is visible. */
export const guideQuery = queryOptions({
  queryKey: ['demonstration', 'guide'],
  queryFn: ({ signal }) => call<GuideView>('/api/demonstration/guide', { signal }),
  refetchInterval: EVERY_MS,
  refetchOnWindowFocus: 'always',
});
