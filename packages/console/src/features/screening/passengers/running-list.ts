import type { PassengerListView } from '@entente/contracts/screening/passenger-list';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followPassengerList, passengerListQuery } from '../../../api/screening/passenger-lists.ts';

const AGAIN_MS = 1_500;

/** A list that keeps itself current while it runs, and takes the stream up again when it is cut. */
export function usePassengerList(id: string): UseQueryResult<PassengerListView> {
  const client = useQueryClient();
  const query = useQuery(passengerListQuery(id));
  const [cuts, setCuts] = useState(0);
  const running = query.data?.state === 'running';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each cut is one more connection
  useEffect(() => {
    if (!running) return;
    const controller = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    async function follow() {
      try {
        for await (const view of followPassengerList(id, controller.signal))
          client.setQueryData(passengerListQuery(id).queryKey, view);
      } catch {
        // The query below says whether the node answers at all.
      }
      if (controller.signal.aborted) return;
      const view = await client.fetchQuery(passengerListQuery(id)).catch(() => undefined);
      if (!view || view.state === 'running') again = setTimeout(() => setCuts((count) => count + 1), AGAIN_MS);
    }
    void follow();
    return () => {
      clearTimeout(again);
      controller.abort();
    };
  }, [id, running, cuts, client]);
  return query;
}
