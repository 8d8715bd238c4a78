import type { SessionSummary, SessionView } from '@entente/contracts/access';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call, csrfToken } from './client.ts';

/** Who is signed in at this node; null officer when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['access', 'session'],
  queryFn: async ({ signal }) => keepSession(await call<SessionView>('/api/session', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const sessionsQuery = queryOptions({
  queryKey: ['access', 'sessions'],
  queryFn: ({ signal }) => call<SessionSummary[]>('/api/access/sessions', { signal }),
});

export async function signIn(name: string, password: string): Promise<SessionView> {
  return keepSession(await call<SessionView>('/api/session', { method: 'POST', body: { name, password } }));
}

export async function signInAs(officerId: string): Promise<SessionView> {
  return keepSession(await call<SessionView>('/api/session/demonstration', { method: 'POST', body: { officerId } }));
}

export async function signOut(): Promise<void> {
  await call<void>('/api/session', { method: 'DELETE' });
}

export async function revokeSession(id: string): Promise<void> {
  await call<void>(`/api/access/sessions/${id}`, { method: 'DELETE' });
}

/** Ends every other session of one's own; returns how many. */
export async function endOtherSessions(): Promise<number> {
  return (await call<{ ended: number }>('/api/access/sessions', { method: 'DELETE' })).ended;
}

/** One-click offers; the node makes them only to a browser that is signed out, as one is when a session ends. */
export const offersQuery = queryOptions({
  queryKey: ['access', 'offers'],
  queryFn: async ({ signal }) => (await call<SessionView>('/api/session', { signal })).offers,
  staleTime: 0,
});

/** The session as every page below the sign-in sees it. */
export function useSession(): SessionView {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('pages are shown only once the session is read');
  return data;
}

/** Whether the policies allow this officer an action at all. */
export function useMay(action: string): boolean {
  return useSession().actions.includes(action);
}

/** Takes a session up: its token goes with every change from here on. */
export function keepSession(session: SessionView): SessionView {
  csrfToken.set(session.csrf);
  return session;
}
