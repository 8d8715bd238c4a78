import type { Role } from '@entente/contracts/access';
import type {
  AuthorityEntry,
  OfficerEntry,
  OfficerForm,
  OfficerPage,
  OfficerQuery,
  OfficerWithPassword,
} from '@entente/contracts/access/officers';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

/** What the list of officers is narrowed to; `text` stays out of the address, since it may be a name. */
export type OfficerFilter = Pick<OfficerQuery, 'text' | 'role' | 'authority' | 'state'>;

/** The authority an officer serves: a known one, or a new one with its names. */
export type AuthorityChoice = Pick<OfficerForm, 'authority' | 'authorityNames'>;

export const OFFICERS_PER_PAGE = 50;

const OFFICERS = ['access', 'officers'] as const;

export function officersQuery(filter: OfficerFilter, cursor: string | undefined) {
  return queryOptions({
    queryKey: [...OFFICERS, 'page', filter, cursor],
    queryFn: ({ signal }) =>
      call<OfficerPage>('/api/access/officers', { query: { ...filter, cursor, limit: OFFICERS_PER_PAGE }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function officerQuery(id: string) {
  return queryOptions({
    queryKey: [...OFFICERS, 'one', id],
    queryFn: ({ signal }) => call<OfficerEntry>(`/api/access/officers/${id}`, { signal }),
  });
}

export const authoritiesQuery = queryOptions({
  queryKey: ['access', 'authorities'],
  queryFn: ({ signal }) => call<AuthorityEntry[]>('/api/access/authorities', { signal }),
});

/** Everything read of officers, to be read again after a change. */
export const officersKey = { queryKey: OFFICERS };

export function enterOfficer(form: OfficerForm): Promise<OfficerWithPassword> {
  return call('/api/access/officers', { method: 'POST', body: form });
}

export function changeRoles(id: string, revision: number, roles: Role[]): Promise<OfficerEntry> {
  return call(`/api/access/officers/${id}/roles`, { method: 'PUT', body: { revision, roles } });
}

export function changeAuthority(id: string, revision: number, choice: AuthorityChoice): Promise<OfficerEntry> {
  return call(`/api/access/officers/${id}/authority`, { method: 'PUT', body: { revision, ...choice } });
}

/** Needs no revision: a way in is closed whatever was changed meanwhile. */
export function lockOfficer(id: string): Promise<OfficerEntry> {
  return call(`/api/access/officers/${id}/lock`, { method: 'POST' });
}

export function unlockOfficer(id: string, revision: number): Promise<OfficerEntry> {
  return call(`/api/access/officers/${id}/unlock`, { method: 'POST', body: { revision } });
}

export function givePassword(id: string, revision: number): Promise<OfficerWithPassword> {
  return call(`/api/access/officers/${id}/password`, { method: 'POST', body: { revision } });
}

export async function endSessionsOf(id: string): Promise<number> {
  return (await call<{ ended: number }>(`/api/access/officers/${id}/sessions`, { method: 'DELETE' })).ended;
}
