import type { ImportChange, ImportProblem } from '@entente/contracts/alerts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import { countChanges, countProblems, type ReportPage, readChanges, readProblems } from '../store/reports.ts';

interface Parts {
  db: Database;
  clock: Clock;
}

/** One page of a report; `next` is the cursor of the page after it. */
interface Page<Row> {
  rows: Row[];
  next: string | null;
  total: number;
}

/** What an import changed, by the page. It names listed people, so that each reading is on record. */
export async function openChanges(
  parts: Parts,
  id: string,
  change: ImportChange['change'] | undefined,
  page: ReportPage,
  attribution: Attribution,
): Promise<Page<ImportChange>> {
  return await onRecord(parts, id, 'changes', attribution, async (tx) => ({
    ...toPage(await readChanges(tx, id, change, page), page.limit),
    total: await countChanges(tx, id, change),
  }));
}

/** What could not be read, by the page; a reason may quote the record, so that each reading is on record. */
export async function openProblems(
  parts: Parts,
  id: string,
  page: ReportPage,
  attribution: Attribution,
): Promise<Page<ImportProblem>> {
  return await onRecord(parts, id, 'problems', attribution, async (tx) => ({
    ...toPage(await readProblems(tx, id, page), page.limit),
    total: await countProblems(tx, id),
  }));
}

async function onRecord<Row>(
  { db, clock }: Parts,
  id: string,
  part: string,
  attribution: Attribution,
  read: (tx: Tx) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  return await db.transaction().execute(async (tx) => {
    const page = await read(tx);
    // An empty page shows nobody.
    if (page.rows.length === 0) return page;
    await recordEvent(tx, {
      ...attribution,
      at: clock.now(),
      event: 'alerts.import-report-read',
      outcome: 'done',
      subject: { kind: 'import', ref: id },
      facts: { part, rows: page.rows.length },
    });
    return page;
  });
}

function toPage<Row>(found: { number: number; row: Row }[], limit: number): Omit<Page<Row>, 'total'> {
  return {
    rows: found.map(({ row }) => row),
    next: found.length === limit ? String(found.at(-1)?.number) : null,
  };
}
