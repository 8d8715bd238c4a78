import { createStore } from '../../../api/store.ts';

/** Columns of the list that may be left out; reference and name always stand. */
export const COLUMNS = {
  kind: 'alerts.column.kind',
  category: 'alerts.column.category',
  action: 'alerts.column.action',
  status: 'alerts.column.status',
  owner: 'alerts.column.owner',
  expires: 'alerts.column.expires',
  review: 'alerts.column.review',
  updated: 'alerts.column.updated',
} as const;

export type Column = keyof typeof COLUMNS;

const KEY = 'entente.alert-columns';
const USUAL: Column[] = ['category', 'action', 'status', 'owner', 'expires', 'review'];

/** The columns this browser shows; nothing personal is in it. */
export const columns = createStore<Column[]>(remembered());

export function showColumns(shown: Column[]): void {
  columns.set(shown);
  try {
    localStorage.setItem(KEY, JSON.stringify(shown));
  } catch {
    // Storage shut off by policy: the choice holds until the page is left.
  }
}

function remembered(): Column[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown;
    if (Array.isArray(kept)) return (Object.keys(COLUMNS) as Column[]).filter((column) => kept.includes(column));
  } catch {
    // Falls through: cut short or not readable.
  }
  return USUAL;
}
