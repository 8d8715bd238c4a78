import type { ImportChange, ListId } from '@entente/contracts/alerts';
import type { RecordFilter } from '../api/audit.ts';

/** What stands behind the `?` of an address. Unknown or malformed words are dropped, so old links still open. */
type Raw = Record<string, unknown>;

export interface PageSearch {
  cursor?: string;
  page?: number;
}

export function importListSearch(raw: Raw): { list?: ListId; confirm?: boolean } {
  return {
    ...(typeof raw.list === 'string' ? { list: raw.list as ListId } : {}),
    ...(raw.confirm === true ? { confirm: true } : {}),
  };
}

export function importSearch(raw: Raw): PageSearch & { change?: ImportChange['change'] } {
  const change = (['added', 'changed', 'removed'] as const).find((one) => one === raw.change);
  return { ...(change ? { change } : {}), ...pageSearch(raw) };
}

export function auditSearch(raw: Raw): PageSearch & RecordFilter {
  const filter: RecordFilter = {};
  for (const key of ['from', 'to'] as const) {
    const moment = raw[key];
    if (typeof moment === 'string' && !Number.isNaN(Date.parse(moment))) filter[key] = new Date(moment).toISOString();
  }
  for (const key of ['actor', 'event', 'case'] as const) {
    const text = raw[key];
    if ((typeof text === 'string' || typeof text === 'number') && String(text).trim())
      filter[key] = String(text).slice(0, 100);
  }
  const outcome = (['done', 'refused', 'failed'] as const).find((one) => one === raw.outcome);
  return { ...filter, ...(outcome ? { outcome } : {}), ...pageSearch(raw) };
}

function pageSearch(raw: Raw): PageSearch {
  if (typeof raw.cursor !== 'string' && typeof raw.cursor !== 'number') return {};
  const page = Number(raw.page);
  return { cursor: String(raw.cursor), page: Number.isInteger(page) && page > 1 ? page : 2 };
}
