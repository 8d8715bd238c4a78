import type { AlertPage, AlertQuery, AlertSort, AlertView } from '@entente/contracts/alerts/alert';
import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import {
  type AlertCursor,
  type AlertFilter,
  COUNTED,
  countUnaccepted,
  searchAlerts,
} from '../../store/alert-search.ts';
import { findAlert } from '../../store/alerts.ts';
import { readVersions } from '../../store/versions.ts';
import type { AlertParts } from './parts.ts';
import { readableCategories, requireReadable } from './readable.ts';
import { spendReading } from './reading-budget.ts';
import { readWhole, type WholeAlert } from './standing.ts';
import { summarise, viewAlert } from './view-alert.ts';

const PAGE = 50;
/** A name finds so many alerts at most; further ones need a narrower text. */
const FOUND_BY_NAME = 200;

/** One page of alerts this officer may read. The look and how much it showed are on record. */
export async function listAlerts(parts: AlertParts, asking: Asking, query: AlertQuery): Promise<AlertPage> {
  const { text, mine, cursor, limit = PAGE, sort = 'updated', descending = sort === 'updated', ...narrowing } = query;
  const filter: AlertFilter = {
    ...narrowing,
    categories: readableCategories(parts, asking).map(({ id }) => id),
    ...(mine && { author: asking.officer.id }),
    ...(text !== undefined && (await findByText(parts, text))),
  };
  const after = readCursor(cursor, sort);
  return await parts.db.transaction().execute(async (tx) => {
    const order = { sort, descending, limit: limit + 1, ...(after && { after }) };
    const { alerts: found, count } = await searchAlerts(tx, filter, order);
    const shown = found.slice(0, limit);
    await spendReading(tx, parts, asking, 'line', shown.length);
    const versions = await readVersions(
      tx,
      shown.map(({ id, shown: number }) => ({ alert: id, number })),
    );
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event: 'alerts.searched',
      outcome: 'done',
      facts: { shown: shown.length, by: text === undefined ? 'filter' : 'text' },
      parts: text === undefined ? [] : [{ name: 'text', text }],
    });
    const last = shown.at(-1);
    return {
      alerts: shown.map((alert) => {
        const { pendingKind, pendingState } = alert;
        const pending = pendingKind && pendingState && { kind: pendingKind, state: pendingState };
        return summarise(alert, versions.get(alert.id)!, pending);
      }),
      next: found.length > limit && last ? writeCursor({ value: last.sorted ?? '', id: last.id }) : null,
      total: Math.min(count, COUNTED),
      more: count > COUNTED,
      unaccepted: await countUnaccepted(tx, filter.categories),
    };
  });
}

/** One alert, whole; each look is on record and counts towards the hour's budget. */
export async function readAlert(parts: AlertParts, asking: Asking, id: string): Promise<AlertView> {
  return await lookAt(parts, asking, id, 'alerts.read', (tx, whole) => viewAlert(tx, parts, asking, whole));
}

/** Looks at an alert within one transaction with the record of the look. */
export async function lookAt<Value>(
  parts: AlertParts,
  asking: Asking,
  id: string,
  event: AuditEvent,
  look: (tx: Tx, whole: WholeAlert) => Promise<Value>,
): Promise<Value> {
  return await parts.db.transaction().execute(async (tx) => {
    const alert = await findAlert(tx, id);
    if (!alert) throw new Problem(ALERTS_PROBLEMS['unknown-alert']);
    requireReadable(parts, asking, 'alerts.read', alert);
    const whole = await readWhole(tx, alert);
    // What he is writing himself an officer looks at as often as he likes: a form asks at every field.
    const isOwn = whole.pending?.authors.includes(asking.officer.id) ?? false;
    if (!isOwn) await spendReading(tx, parts, asking, 'alert', 1);
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event,
      outcome: 'done',
      subject: { kind: 'alert', ref: alert.reference },
      facts: { category: alert.category },
    });
    return await look(tx, whole);
  });
}

/** A reference is looked up as such, anything else in the index. */
async function findByText(parts: AlertParts, text: string): Promise<Pick<AlertFilter, 'reference' | 'ids'>> {
  const reference = text.trim().toUpperCase();
  if (REFERENCE.test(reference)) return { reference };
  return { ids: await parts.index.findAlerts(text, FOUND_BY_NAME) };
}

function writeCursor({ value, id }: AlertCursor): string {
  return Buffer.from(`${id} ${value}`).toString('base64url');
}

const CURSOR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (.{1,60})$/;
const REFERENCE = /^[A-Z]{2}-\d{4}-\d{6,}$/;
/** A moment as PostgreSQL writes it. */
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}(:\d{2})?$/;

/** A cursor that was never given, or was given for another order, begins at the beginning. */
function readCursor(cursor: string | undefined, sort: AlertSort): AlertCursor | undefined {
  const [, id, text = ''] = CURSOR.exec(Buffer.from(cursor ?? '', 'base64url').toString()) ?? [];
  if (id === undefined) return undefined;
  if (sort === 'reference') return REFERENCE.test(text) ? { value: text, id } : undefined;
  const at = MOMENT.test(text) ? new Date(text) : undefined;
  return at && !Number.isNaN(at.getTime()) ? { value: at.toISOString(), id } : undefined;
}
