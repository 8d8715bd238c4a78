import type { CasePage, CaseView, Duty } from '@entente/contracts/cases';
import type { NewMessage, NewOutcome } from '@entente/contracts/cases/entries';
import type { UploadedFile } from '@entente/contracts/cases/files';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, send } from './client.ts';
import { uploadForm } from './upload.ts';

/** How often what is looked at asks again; each look at a case is recorded, so not every second. */
const AGAIN_MS = 20_000;
/** The same while files are on their way. */
const SOON_MS = 5_000;
/** The duty desk hears of a hit no later than this; the numbers name nobody and are no record. */
const DUTY_MS = 5_000;

/** Which cases the list shows. */
export interface CaseFilter {
  closed?: boolean;
  urgent?: boolean;
  mine?: boolean;
}

/** Hits followed up, those that changed last first. */
export function followUpsQuery({ closed = false, urgent, mine }: CaseFilter, cursor?: string) {
  const query = {
    open: String(!closed),
    urgent: urgent ? 'true' : undefined,
    mine: mine ? 'true' : undefined,
    cursor,
  };
  return queryOptions({
    queryKey: ['cases', 'list', query],
    queryFn: ({ signal }) => call<CasePage>('/api/cases', { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

/** One case with its thread. Each look is recorded. */
export function followUpQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', 'one', id],
    queryFn: ({ signal }) => call<CaseView>(`/api/cases/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isComing(state.data) ? SOON_MS : AGAIN_MS),
  });
}

function isComing({ entries }: CaseView): boolean {
  return entries.some(({ files }) => files.some(({ state }) => state === 'coming'));
}

/** What the duty desk hears. */
export const dutyQuery = queryOptions({
  queryKey: ['cases', 'duty'],
  queryFn: ({ signal }) => call<Duty>('/api/cases/duty', { signal }),
  refetchInterval: DUTY_MS,
  refetchIntervalInBackground: true,
  retry: false,
});

/** Takes up what a step answered; lists and the duty desk ask anew. */
export function keepFollowUp(client: QueryClient, view: CaseView): void {
  client.setQueryData(followUpQuery(view.id).queryKey, view);
  void client.invalidateQueries({ queryKey: ['cases', 'list'] });
  void client.invalidateQueries({ queryKey: dutyQuery.queryKey });
}

export function acknowledgeHit(id: string): Promise<CaseView> {
  return call<CaseView>(`/api/cases/${id}/acknowledgement`, { method: 'POST' });
}

export function writeMessage(id: string, message: NewMessage): Promise<CaseView> {
  return call<CaseView>(`/api/cases/${id}/messages`, { method: 'POST', body: message });
}

export function recordOutcome(id: string, outcome: NewOutcome): Promise<CaseView> {
  return call<CaseView>(`/api/cases/${id}/outcome`, { method: 'POST', body: outcome });
}

/** Uploads a file that is to go with a message; `onProgress` is told the share sent, 0 to 1. */
export function uploadCaseFile(
  id: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  return uploadForm<UploadedFile>(`/api/cases/${id}/files`, form, onProgress, signal);
}

/** Takes a file away again that no message has. */
export function removeCaseFile(id: string, file: string): Promise<void> {
  return call<void>(`/api/cases/${id}/files/${file}`, { method: 'DELETE' });
}

/** A file of the thread; each is recorded, so it is only asked for by a press. */
export async function readCaseFile(id: string, file: string): Promise<Blob> {
  return await (await send(`/api/cases/${id}/files/${file}`, { accept: '*/*' })).blob();
}
