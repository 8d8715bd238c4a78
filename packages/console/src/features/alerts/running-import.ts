import type { ImportView } from '@entente/contracts/alerts';
import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { followImport, importQuery, importsQuery, listsQuery } from '../../api/alerts.ts';
import { useFollowed } from '../../api/followed.ts';

export function isRunning({ state }: ImportView): boolean {
  return state === 'reading' || state === 'applying';
}

/** An import that keeps itself current while it runs; lists and imports ask anew once it has ended. */
export function useImport(id: string): UseQueryResult<ImportView> {
  const client = useQueryClient();
  const onEnded = () => {
    void client.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
    void client.invalidateQueries(listsQuery);
  };
  return useFollowed({ query: importQuery(id), id, follow: followImport, isRunning, onEnded });
}
