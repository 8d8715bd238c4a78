import { type AlertQuery, type AlertSort, AlertStatus } from '@entente/contracts/alerts/alert';
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

/** A page, and how many alerts match on all pages together, up to one more than `COUNTED`. */
export interface FoundAlerts {
  alerts: FoundAlert[];
  count: number;
}

const SORTS: Record<AlertSort, RawBuilder<unknown>> = {
  updated: sql`alert.updated_at`,
  created: sql`alert.created_at`,
  expires: sql`alert.expires_at`,
  review: sql`alert.review_at`,
  reference: sql`alert.reference`,
};

/** Counted no further than this: nobody pages through more, and counting a million costs more than reading fifty. */
export const COUNTED = 10_000;

/** As many as a date may leave, near enough: gathered all the same, in some hundredths of a second. */
const DATED = 100_000;

/**
 * One page, by keyset. Alerts without the date they are sorted by come in no such list, but count.
 *
 * Few matches are gathered and put in order; many are met by walking the index of the order until the page is full. Walking
 * for a few that lie at the far end would pass a million rows, gathering many would sort a million for fifty.
 */
export async function searchAlerts(db: Database | Tx, filter: AlertFilter, order: AlertOrder): Promise<FoundAlerts> {
  const most = mostGathered(filter, order);
  const { count, ids } = await gather(db, filter, order, most);
  const page = count > most ? await walk(db, filter, order) : ids;
  return { alerts: await readLines(db, page, order), count: Math.min(count, COUNTED + 1) };
}

/** What one date leaves lies together in the order of another too: it is gathered as far as may be, before it is walked for. */
function mostGathered({ expiresBefore, reviewBefore }: AlertFilter, { sort }: AlertOrder): number {
  const isApart =
    (expiresBefore !== undefined && sort !== 'expires') || (reviewBefore !== undefined && sort !== 'review');
  return isApart ? DATED : COUNTED;
}

/** Finds what matches by the indexes of the filters, and the page in it. */
async function gather(
  db: Database | Tx,
  filter: AlertFilter,
  order: AlertOrder,
  most: number,
): Promise<{ count: number; ids: string[] }> {
  const { rows } = await sql<{ count: number; ids: string[] }>`
    WITH matched AS MATERIALIZED (
      SELECT alert.id, ${SORTS[order.sort]} AS sorted FROM alerts.alert WHERE ${matches(filter)} LIMIT ${most + 1}
    )
    SELECT (SELECT count(*) FROM matched) AS count, ARRAY(
      SELECT id FROM matched WHERE ${isOnPage(sql`matched.id`, sql`sorted`, order)}
      ORDER BY ${inOrder(sql`matched.id`, sql`sorted`, order)} LIMIT ${order.limit}
    ) AS ids`.execute(db);
  return rows[0]!;
}

/** Walks the order until the page is full. Each index of an order stands within a status, so that the ended are not passed. */
async function walk(db: Database | Tx, { status, ...filter }: AlertFilter, order: AlertOrder): Promise<string[]> {
  const by = SORTS[order.sort];
  const statuses = status === undefined ? AlertStatus.enum : [status];
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM unnest(${statuses}::text[]) AS within (status) CROSS JOIN LATERAL (
      SELECT alert.id, ${by} AS sorted FROM alerts.alert
      WHERE alert.status = within.status AND ${matches(filter)} AND ${isOnPage(sql`alert.id`, by, order)}
      ORDER BY ${inOrder(sql`alert.id`, by, order)} LIMIT ${order.limit}
    ) AS walked
    ORDER BY ${inOrder(sql`id`, sql`sorted`, order)} LIMIT ${order.limit}`.execute(db);
  return rows.map(({ id }) => id);
}

async function readLines(db: Database | Tx, ids: string[], order: AlertOrder): Promise<FoundAlert[]> {
  if (ids.length === 0) return [];
  const by = SORTS[order.sort];
  const { rows } = await sql<FoundAlert>`
    SELECT alert.id, reference, owner, alert.kind, category, action, status, current, pending, author, authority, revision,
      created_at AS "createdAt", updated_at AS "updatedAt", in_force_at AS "inForceAt", expires_at AS "expiresAt",
      review_at AS "reviewAt", disputed_at AS "disputedAt", node, owner_revision AS "ownerRevision", acceptance,
      flag_action AS "flagAction", audience, addressees, coalesce(current, pending, 1) AS shown, ${by}::text AS sorted,
      version.kind AS "pendingKind", version.state AS "pendingState"
    FROM alerts.alert LEFT JOIN alerts.version ON version.alert = alert.id AND version.number = alert.pending
    WHERE alert.id = ANY(${ids}::uuid[]) ORDER BY ${inOrder(sql`alert.id`, by, order)}`.execute(db);
  return rows;
}

type Piece = RawBuilder<unknown>;

function isOnPage(id: Piece, by: Piece, { sort, descending, after }: AlertOrder): RawBuilder<SqlBool> {
  if (!after) return sql<SqlBool>`${by} IS NOT NULL`;
  const type = sort === 'reference' ? sql`text` : sql`timestamptz`;
  return sql<SqlBool>`(${by}, ${id}) ${descending ? sql`<` : sql`>`} (${after.value}::${type}, ${after.id}::uuid)`;
}

function inOrder(id: Piece, by: Piece, { descending }: AlertOrder): Piece {
  const direction = descending ? sql`DESC` : sql`ASC`;
  return sql`${by} ${direction}, ${id} ${direction}`;
}

const IS_UNACCEPTED = sql<SqlBool>`alert.acceptance = 'awaited' AND alert.status = 'in-force'`;

/** How many alerts of other states, of these categories, wait for acceptance. */
export async function countUnaccepted(db: Database | Tx, categories: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM alerts.alert WHERE ${IS_UNACCEPTED} AND alert.category = ANY(${categories})`.execute(db);
  return rows[0]!.count;
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
  if (filter.unaccepted) conditions.push(IS_UNACCEPTED);
  if (filter.awaiting) {
    conditions.push(sql`pending IS NOT NULL AND EXISTS (
      SELECT FROM alerts.version AS waiting
      WHERE waiting.alert = alert.id AND waiting.number = pending AND waiting.state = 'in-review')`);
  }
  return sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}
