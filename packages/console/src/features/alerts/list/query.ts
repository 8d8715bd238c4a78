import type { AlertQuery, SavedFilter } from '@entente/contracts/alerts/alert';
import type { AlertFilter } from '../../../api/alerts/list.ts';

const DAY_MS = 86_400_000;

/** What the node is asked for: days from now become moments; the newest change comes first unless ordered otherwise. */
export function toQuery(filter: AlertFilter, now: number): AlertQuery {
  const { expires, review, sort = 'updated', descending = true, ...rest } = filter;
  return {
    ...rest,
    sort,
    descending,
    ...(expires === undefined ? {} : { expiresBefore: inDays(now, expires) }),
    ...(review === undefined ? {} : { reviewBefore: inDays(now, review) }),
  };
}

/** On the hour, so that the same question asked again a minute later is the same. */
function inDays(now: number, days: number): string {
  const hour = 3_600_000;
  return new Date(Math.ceil(now / hour) * hour + days * DAY_MS).toISOString();
}

/** A filter as it is kept under a name: "soon" stays soon, whenever it is used. */
export function toSaved(name: string, { expires, review, ...query }: AlertFilter): SavedFilter {
  const within = {
    ...(expires === undefined ? {} : { expires }),
    ...(review === undefined ? {} : { review }),
  };
  return { name, query, ...(Object.keys(within).length > 0 ? { within } : {}) };
}

export function fromSaved({ query, within = {} }: SavedFilter): AlertFilter {
  const { expiresBefore: _, reviewBefore: __, awaiting, unaccepted, mine, ...rest } = query;
  return {
    ...rest,
    ...within,
    ...(awaiting ? { awaiting } : {}),
    ...(unaccepted ? { unaccepted } : {}),
    ...(mine ? { mine } : {}),
  } as AlertFilter;
}

/** Whether anything narrows the list; the order does not. */
export function isNarrowed({ sort: _, descending: __, ...filter }: AlertFilter): boolean {
  return Object.keys(filter).length > 0;
}
