import type { ImportView } from '@entente/contracts/alerts';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followImport, importQuery, importsQuery, listsQuery } from '../../api/alerts.ts';

const AGAIN_MS = 1_500;

export function isRunning({ state }: ImportView): boolean {
  return state === 'reading' || state === 'applying';
}

/** An import that keeps itself current while it runs, and takes the stream up again when it is cut. */
export function useImport(id: string): UseQueryResult<ImportView> {
  const client = useQueryClient();
  const query = useQuery(importQuery(id));
  const [cuts, setCuts] = useState(0);
  const running = query.data ? isRunning(query.data) : false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each cut is one more connection
  useEffect(() => {
    if (!running) return;
    const controller = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    async function follow() {
      try {
        for await (const view of followImport(id, controller.signal)) {
          client.setQueryData(importQuery(id).queryKey, view);
        }
      } catch {
        // The query below says whether the node answers at all.
      }
      if (controller.signal.aborted) return;
      const view = await client.fetchQuery({ ...importQuery(id), staleTime: 0 }).catch(() => undefined);
      if (!view || isRunning(view)) again = setTimeout(() => setCuts((count) => count + 1), AGAIN_MS);
      else {
        void client.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
        void client.invalidateQueries(listsQuery);
      }
    }
    void follow();
    return () => {
      clearTimeout(again);
      controller.abort();
    };
  }, [id, running, cuts, client]);
  return query;
}
