import type { ListView } from '@entente/contracts/alerts';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const listsQuery = queryOptions({
  queryKey: ['alerts', 'lists'],
  queryFn: ({ signal }) => call<ListView[]>('/api/alerts/lists', { signal }),
});
