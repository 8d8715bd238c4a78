import type { PassengerListView } from '@entente/contracts/screening/passenger-list';
import type { Membership } from '../../../membership/index.ts';
import type { StoredPassengerList } from '../../model/passenger-list.ts';

/** Until when a report stands that nobody closes, in milliseconds after the end of its list. */
export function reportTerm({ membership }: { membership: Membership }): number {
  return membership.procedure().passengerReportMinutes * 60_000;
}

/** A list as its officer sees it: figures, and nobody on it. */
export function showList(parts: { membership: Membership }, list: StoredPassengerList): PassengerListView {
  const { id, state, takenAt, endedAt, persons, unread, hits, noHits, notReached, personal } = list;
  return {
    id,
    name: personal.name,
    state,
    takenAt: takenAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    erasedAt: endedAt && new Date(endedAt.getTime() + reportTerm(parts)).toISOString(),
    persons,
    checked: hits + noHits,
    waiting: persons - hits - noHits - notReached,
    hits,
    noHits,
    notReached,
    unread,
  };
}
