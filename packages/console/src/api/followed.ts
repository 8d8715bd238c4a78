import {
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const AGAIN_MS = 1_500;

/** Work that goes on at the node, and how its view is followed. */
export interface Followed<View, Key extends QueryKey> {
  query: UseQueryOptions<View, Error, View, Key>;
  /** Says the same for as long as it is about the same work: following begins anew when it changes. */
  id: string;
  follow: (id: string, signal: AbortSignal) => AsyncIterable<View>;
  isRunning: (view: View) => boolean;
  /** Once it runs no longer. */
  onEnded?: () => void;
}

/** A view that keeps itself current while its work runs, and takes the stream up again when it is cut. */
export function useFollowed<View, Key extends QueryKey>(followed: Followed<View, Key>): UseQueryResult<View> {
  const { query: options, id } = followed;
  const client = useQueryClient();
  const key: QueryKey = options.queryKey;
  const query = useQuery(options);
  const [cuts, setCuts] = useState(0);
  const running = query.data !== undefined && followed.isRunning(query.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each cut is one more connection; the id says what is followed
  useEffect(() => {
    if (!running) return;
    const controller = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    async function follow() {
      try {
        for await (const view of followed.follow(id, controller.signal)) client.setQueryData<unknown>(key, view);
      } catch {
        // The query below says whether the node answers at all.
      }
      if (controller.signal.aborted) return;
      const view = await client.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined);
      if (!view || followed.isRunning(view)) again = setTimeout(() => setCuts((count) => count + 1), AGAIN_MS);
      else followed.onEnded?.();
    }
    void follow();
    return () => {
      clearTimeout(again);
      controller.abort();
    };
  }, [id, running, cuts, client]);
  return query;
}
