import type { OwnRecordPage, RecordPage, RecordParts, RecordProof, RecordView } from '@entente/contracts/audit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, send } from './client.ts';

/** Filters of the audit view, as they stand in its address; moments are UTC. */
export interface RecordFilter {
  from?: string | undefined;
  to?: string | undefined;
  actor?: string | undefined;
  event?: string | undefined;
  case?: string | undefined;
  outcome?: 'done' | 'refused' | 'failed' | undefined;
}

export const RECORDS_PER_PAGE = 50;

export function recordsQuery(filter: RecordFilter, cursor: string | undefined) {
  return queryOptions({
    queryKey: ['audit', 'records', filter, cursor],
    queryFn: ({ signal }) =>
      call<RecordPage>('/api/audit/records', { query: { ...filter, cursor, limit: RECORDS_PER_PAGE }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What an officer's own trail is narrowed to; moments are UTC. */
export type OwnTrailFilter = Pick<RecordFilter, 'from' | 'to' | 'event'>;

/** What was read of the own trail, to be read again once something was done. */
export const ownTrailKey = { queryKey: ['audit', 'own'] };

export function ownTrailQuery(filter: OwnTrailFilter, cursor: string | undefined) {
  return queryOptions({
    queryKey: ['audit', 'own', filter, cursor],
    queryFn: ({ signal }) =>
      call<OwnRecordPage>('/api/audit/own', { query: { ...filter, cursor, limit: RECORDS_PER_PAGE }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function recordQuery(id: string) {
  return queryOptions({
    queryKey: ['audit', 'record', id],
    queryFn: ({ signal }) => call<RecordView>(`/api/audit/records/${id}`, { signal }),
  });
}

/** The texts themselves: a logged read of personal data, so it is only asked for by a press. */
export function readParts(id: string): Promise<RecordParts> {
  return call<RecordParts>(`/api/audit/records/${id}/parts`);
}

export function proveRecord(id: string): Promise<RecordProof> {
  return call<RecordProof>(`/api/audit/records/${id}/proof`);
}

export function erasePart(
  id: string,
  name: string,
  erasure: { authority: string; reason: string },
): Promise<RecordView> {
  return call<RecordView>(`/api/audit/records/${id}/parts/${encodeURIComponent(name)}/erasure`, {
    method: 'POST',
    body: erasure,
  });
}

/** The records of a filter as JSON lines that `entente-verify.mjs` can check. */
export async function exportRecords(filter: RecordFilter): Promise<Blob> {
  const response = await send('/api/audit/export', { query: { ...filter }, accept: 'application/jsonl, */*' });
  return await response.blob();
}
