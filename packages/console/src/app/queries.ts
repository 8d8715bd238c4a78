import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem.ts';

/** One cache for the whole console, in memory only: the browser stores no personal data. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && error instanceof ProblemError && error.problem.code === 'unreachable',
      retryDelay: 600,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
