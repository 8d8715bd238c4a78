import type { AlertQuery, AlertSort } from '@entente/contracts/alerts/alert';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { StoredAlert } from '../model.ts';

/** What a list of alerts is narrowed to. `categories` are those the officer may read; `ids` those a name was found in. */
export interface AlertFilter extends Omit<AlertQuery, 'text' | 'mine' | 'cursor' | 'limit' | 'sort' | 'descending'> {
  categories: string[];
  author?: string;
  reference?: string;
  ids?: string[];
}

/** Where a page begins: after this value and id, in the order of the sort. */
export interface AlertCursor {
  value: string;
  id: string;
}

export interface AlertOrder {
  sort: AlertSort;
  descending: boolean;
  after?: AlertCursor;
  limit: number;
}

/** A line of the list, with the version whose name it shows, and the state of what is pending. */
export type FoundAlert = StoredAlert & {
  shown: number;
  pendingKind: 'issue' | 'amendment' | 'extension' | null;
  pendingState: 'draft' | 'in-review' | null;
  /** What the next page's cursor holds. */
  sorted: string | null;
};

const SORTS: Record<AlertSort, RawBuilder<unknown>> = {
  updated: sql`alert.updated_at`,
  created: sql`alert.created_at`,
  expires: sql`alert.expires_at`,
  review: sql`alert.review_at`,
  reference: sql`alert.reference`,
};

/** Counted no further than this: nobody pages through more, and counting a million costs more than reading fifty. */
export const COUNTED = 10_000;

/** One page, by keyset. Alerts without the date they are sorted by come in no such list. */
export async function searchAlerts(db: Database | Tx, filter: AlertFilter, order: AlertOrder): Promise<FoundAlert[]> {
  const by = SORTS[order.sort];
  const direction = order.descending ? sql`DESC` : sql`ASC`;
  const type = order.sort === 'reference' ? sql`text` : sql`timestamptz`;
  const beyond = order.descending ? sql`<` : sql`>`;
  const after = order.after
    ? sql<SqlBool>`(${by}, alert.id) ${beyond} (${order.after.value}::${type}, ${order.after.id}::uuid)`
    : sql<SqlBool>`true`;
  const { rows } = await sql<FoundAlert>`
    SELECT alert.id, reference, owner, alert.kind, category, action, status, current, pending, author, authority, revision,
      created_at AS "createdAt", updated_at AS "updatedAt", in_force_at AS "inForceAt", expires_at AS "expiresAt",
      review_at AS "reviewAt", disputed_at AS "disputedAt", coalesce(current, pending, 1) AS shown, ${by}::text AS sorted,
      version.kind AS "pendingKind", version.state AS "pendingState"
    FROM alerts.alert LEFT JOIN alerts.version ON version.alert = alert.id AND version.number = alert.pending
    WHERE ${matches(filter)} AND ${after} AND ${by} IS NOT NULL
    ORDER BY ${by} ${direction}, alert.id ${direction} LIMIT ${order.limit}`.execute(db);
  return rows;
}

/** How many there are, up to one more than `COUNTED`. */
export async function countAlerts(db: Database | Tx, filter: AlertFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM (SELECT FROM alerts.alert WHERE ${matches(filter)} LIMIT ${COUNTED + 1}) AS counted`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

function matches(filter: AlertFilter): RawBuilder<SqlBool> {
  const conditions = [sql<SqlBool>`alert.category = ANY(${filter.categories})`];
  if (filter.status !== undefined) conditions.push(sql`status = ${filter.status}`);
  if (filter.category !== undefined) conditions.push(sql`alert.category = ${filter.category}`);
  if (filter.kind !== undefined) conditions.push(sql`alert.kind = ${filter.kind}`);
  if (filter.owner !== undefined) conditions.push(sql`owner = ${filter.owner}`);
  if (filter.author !== undefined) conditions.push(sql`author = ${filter.author}`);
  if (filter.reference !== undefined) conditions.push(sql`reference = ${filter.reference}`);
  if (filter.ids !== undefined) conditions.push(sql`alert.id = ANY(${filter.ids}::uuid[])`);
  if (filter.expiresBefore !== undefined) conditions.push(sql`expires_at < ${filter.expiresBefore}`);
  if (filter.reviewBefore !== undefined) conditions.push(sql`review_at < ${filter.reviewBefore}`);
  if (filter.awaiting) {
    conditions.push(sql`pending IS NOT NULL AND EXISTS (
      SELECT FROM alerts.version AS waiting
      WHERE waiting.alert = alert.id AND waiting.number = pending AND waiting.state = 'in-review')`);
  }
  return sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}
