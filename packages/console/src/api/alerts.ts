import type { ImportChange, ImportProblem, ImportView, ListBasis, ListId, ListView } from '@entente/contracts/alerts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { address, call, send } from './client.ts';
import { readEvents } from './events.ts';
import { uploadForm } from './upload.ts';

/** A page of changes or problems; `next` is handed back as `cursor`. */
interface PageOf {
  next: string | null;
  total: number;
}

/** Rows of a report page. */
export const REPORT_PAGE = 100;

export const listsQuery = queryOptions({
  queryKey: ['alerts', 'lists'],
  queryFn: ({ signal }) => call<ListView[]>('/api/alerts/lists', { signal }),
});

export const importsQuery = queryOptions({
  queryKey: ['alerts', 'imports'],
  queryFn: ({ signal }) => call<ImportView[]>('/api/alerts/imports', { signal }),
});

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['alerts', 'imports', id],
    queryFn: ({ signal }) => call<ImportView>(`/api/alerts/imports/${id}`, { signal }),
  });
}

export function changesQuery(id: string, change: ImportChange['change'] | undefined, cursor: string | undefined) {
  return queryOptions({
    queryKey: ['alerts', 'imports', id, 'changes', change, cursor],
    queryFn: ({ signal }) =>
      call<PageOf & { changes: ImportChange[] }>(`/api/alerts/imports/${id}/changes`, {
        query: { change, cursor, limit: REPORT_PAGE },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export function problemsQuery(id: string, cursor: string | undefined) {
  return queryOptions({
    queryKey: ['alerts', 'imports', id, 'problems', cursor],
    queryFn: ({ signal }) =>
      call<PageOf & { problems: ImportProblem[] }>(`/api/alerts/imports/${id}/problems`, {
        query: { cursor, limit: REPORT_PAGE },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export function stateBasis(list: ListId, basis: ListBasis): Promise<ListView> {
  return call<ListView>(`/api/alerts/lists/${list}/basis`, { method: 'PUT', body: basis });
}

export function withdrawBasis(list: ListId): Promise<ListView> {
  return call<ListView>(`/api/alerts/lists/${list}/basis`, { method: 'DELETE' });
}

/**
 * Uploads the files of one list; `onProgress` is told the share sent, 0 to 1. Without `confirmRemovals`
 * the node refuses files that would remove most of the list.
 */
export function startImport(
  list: Pick<ListView, 'id' | 'format'>,
  { files, confirmRemovals }: { files: File[]; confirmRemovals: boolean },
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportView> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  const path = address('/api/alerts/imports', {
    format: list.format,
    list: list.id,
    ...(confirmRemovals ? { confirmRemovals: 'true' } : {}),
  });
  return uploadForm<ImportView>(path, form, onProgress, signal);
}

export async function abortImport(id: string): Promise<void> {
  await send(`/api/alerts/imports/${id}`, { method: 'DELETE' });
}

/** Follows an import while it runs; ends when it has come to an end or the connection is cut. */
export async function* followImport(id: string, signal: AbortSignal): AsyncGenerator<ImportView> {
  const response = await send(`/api/alerts/imports/${id}/events`, { signal, accept: 'text/event-stream' });
  if (!response.body) return;
  for await (const { event, data } of readEvents(response.body)) {
    if (event === 'progress') yield JSON.parse(data) as ImportView;
  }
}
