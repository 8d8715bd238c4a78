import type { Role } from '@entente/contracts/access';
import type { OfficerState } from '@entente/contracts/access/officers';
import type { ImportChange, ListId } from '@entente/contracts/alerts';
import type { AlertSort, AlertStatus } from '@entente/contracts/alerts/alert';
import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import type { Language } from '@entente/contracts/terms';
import type { AlertFilter } from '../api/alerts/list.ts';
import type { OwnTrailFilter, RecordFilter } from '../api/audit.ts';
import type { CaseFilter } from '../api/cases.ts';
import type { OfficerFilter } from '../api/officers.ts';

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

const STATUSES: AlertStatus[] = [
  'draft',
  'in-review',
  'refused',
  'abandoned',
  'in-force',
  'suspended',
  'withdrawn',
  'expired',
  'deleted',
];
const KINDS: AlertKind[] = [
  'person',
  'organisation',
  'document',
  'blank-documents',
  'vehicle',
  'vessel',
  'aircraft',
  'container',
  'firearm',
];
const SORTS: AlertSort[] = ['updated', 'created', 'expires', 'review', 'reference'];
/** Ten years: what lies further off is not soon. */
const LAST_DAY = 3650;

export function alertsSearch(raw: Raw): PageSearch & AlertFilter {
  const filter: AlertFilter = {};
  for (const [key, longest] of [
    ['text', 300],
    ['category', 100],
  ] as const) {
    const text = raw[key];
    if ((typeof text === 'string' || typeof text === 'number') && String(text).trim())
      filter[key] = String(text).slice(0, longest);
  }
  if (typeof raw.owner === 'string' && /^[A-Z]{2}$/.test(raw.owner)) filter.owner = raw.owner;
  const status = STATUSES.find((one) => one === raw.status);
  const kind = KINDS.find((one) => one === raw.kind);
  const sort = SORTS.find((one) => one === raw.sort);
  if (status) filter.status = status;
  if (kind) filter.kind = kind;
  if (sort) filter.sort = sort;
  for (const key of ['expires', 'review'] as const) {
    const days = raw[key];
    if (Number.isInteger(days) && Number(days) >= 0 && Number(days) <= LAST_DAY) filter[key] = Number(days);
  }
  for (const key of ['awaiting', 'unaccepted', 'mine'] as const) if (raw[key] === true) filter[key] = true;
  if (typeof raw.descending === 'boolean') filter.descending = raw.descending;
  return { ...filter, ...pageSearch(raw) };
}

/** Steps of the form of an alert, in their order; the first is where it opens. */
const STEPS = ['subject', 'description', 'ground', 'life', 'check'] as const;

export function issueSearch(raw: Raw): { step?: (typeof STEPS)[number] } {
  const step = STEPS.find((one) => one === raw.step);
  return step ? { step } : {};
}

export function auditSearch(raw: Raw): PageSearch & RecordFilter {
  const filter: RecordFilter = spanOf(raw);
  for (const key of ['actor', 'event', 'case'] as const) {
    const text = wordOf(raw[key]);
    if (text) filter[key] = text;
  }
  const outcome = (['done', 'refused', 'failed'] as const).find((one) => one === raw.outcome);
  return { ...filter, ...(outcome ? { outcome } : {}), ...pageSearch(raw) };
}

export function ownTrailSearch(raw: Raw): PageSearch & OwnTrailFilter {
  const event = wordOf(raw.event);
  return { ...spanOf(raw), ...(event ? { event } : {}), ...pageSearch(raw) };
}

const OFFICER_STATES: OfficerState[] = ['open', 'closed', 'locked'];
const ROLES: Role[] = ['border-officer', 'contact-point-officer', 'reviewer', 'oversight-officer', 'administrator'];

export function officersSearch(raw: Raw): PageSearch & Omit<OfficerFilter, 'text'> {
  const role = ROLES.find((one) => one === raw.role);
  const state = OFFICER_STATES.find((one) => one === raw.state);
  const authority = wordOf(raw.authority);
  return {
    ...(role ? { role } : {}),
    ...(authority ? { authority } : {}),
    ...(state ? { state } : {}),
    ...pageSearch(raw),
  };
}

function spanOf(raw: Raw): Pick<RecordFilter, 'from' | 'to'> {
  const span: Pick<RecordFilter, 'from' | 'to'> = {};
  for (const key of ['from', 'to'] as const) {
    const moment = raw[key];
    if (typeof moment === 'string' && !Number.isNaN(Date.parse(moment))) span[key] = new Date(moment).toISOString();
  }
  return span;
}

function wordOf(raw: unknown): string | undefined {
  const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
  return text.trim() ? text.slice(0, 100) : undefined;
}

export function casesSearch(raw: Raw): PageSearch & { closed?: boolean } {
  return { ...(raw.closed === true ? { closed: true } : {}), ...pageSearch(raw) };
}

/** Hits followed up: one of urgent, own and closed, or else the open ones. */
export function followUpsSearch(raw: Raw): PageSearch & CaseFilter {
  const shown = (['closed', 'urgent', 'mine'] as const).find((one) => raw[one] === true);
  return { ...(shown ? { [shown]: true } : {}), ...pageSearch(raw) };
}

export function noticeSearch(raw: Raw): { language?: Language } {
  const language = (['en', 'ru', 'zh'] as const).find((one) => one === raw.language);
  return language ? { language } : {};
}

function pageSearch(raw: Raw): PageSearch {
  if (typeof raw.cursor !== 'string' && typeof raw.cursor !== 'number') return {};
  const page = Number(raw.page);
  return { cursor: String(raw.cursor), page: Number.isInteger(page) && page > 1 ? page : 2 };
}
