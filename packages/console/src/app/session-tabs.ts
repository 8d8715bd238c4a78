import type { SessionView } from '@entente/contracts/access';
import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/access.ts';
import { askFor } from '../api/asking.ts';
import { resume } from '../api/expiry.ts';

/** All tabs of a browser share one session: a sign-in or sign-out in one is told to the others. */
const channel = new BroadcastChannel('entente.session');

/** Somebody signed in here: waiting requests go on, other tabs take the new session up. Somebody else begins at `address`. */
export function enter(client: QueryClient, session: SessionView, address = '/'): void {
  const before = client.getQueryData(sessionQuery.queryKey)?.officer;
  client.setQueryData(sessionQuery.queryKey, session);
  channel.postMessage('changed');
  if (before && before.id !== session.officer?.id) startAfresh(address);
  else resume();
}

/** Signed out here. The page is loaded anew, so that nothing personal is left in memory. */
export function leave(): void {
  channel.postMessage('changed');
  askFor(null);
  startAfresh();
}

/** Follows what other tabs do: the same officer goes on, anyone else starts afresh. */
export function followOtherTabs(client: QueryClient): () => void {
  async function follow() {
    const before = client.getQueryData(sessionQuery.queryKey)?.officer;
    const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
    if (!now) return;
    if (before && before.id !== now.officer?.id) startAfresh();
    else if (now.officer) resume();
  }
  channel.addEventListener('message', follow);
  return () => channel.removeEventListener('message', follow);
}

function startAfresh(address = '/'): void {
  location.assign(address);
}
