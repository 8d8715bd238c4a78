import type { CasePage, CaseQuery, CaseView } from '@entente/contracts/cases';
import { type Asking, attribution, readDisplayNames } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { readFirstDue } from '../store/entries.ts';
import { type FollowUpPlace, findFollowUp, listFollowUps } from '../store/follow-ups.ts';
import type { CasesParts } from './parts.ts';
import { openCategories, requireOpen } from './readable.ts';
import { showFollowUp, summarise } from './view-follow-up.ts';

const PAGE = 50;

/** A case as a whole; the look is recorded. */
export async function readFollowUp(parts: CasesParts, asking: Asking, id: string): Promise<CaseView> {
  return await parts.db.transaction().execute(async (tx) => {
    const of = requireOpen(parts, asking, await findFollowUp(tx, id));
    return await showFollowUp(tx, parts, asking, of);
  });
}

/** A page of cases; of whom they are about nothing is shown. */
export async function readFollowUps(
  parts: CasesParts,
  asking: Asking,
  { open, urgent, mine = false, cursor, limit = PAGE }: CaseQuery,
): Promise<CasePage> {
  return await parts.db.transaction().execute(async (tx) => {
    const found = await listFollowUps(tx, {
      categories: openCategories(parts, asking),
      open,
      urgent,
      ...(mine && { officer: asking.officer.id }),
      before: readCursor(cursor),
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const ids = page.map(({ id }) => id);
    const names = await readDisplayNames(tx, [...new Set(page.flatMap(({ officer }) => officer ?? []))]);
    const due = await readFirstDue(tx, ids);
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event: 'cases.listed',
      outcome: 'done',
      facts: { open: open ?? false, urgent: urgent ?? false, mine, shown: page.length },
    });
    const last = page.at(-1);
    return {
      cases: page.map((of) => summarise(of, names, due.get(of.id))),
      next: found.length > limit && last ? writeCursor(last) : null,
    };
  });
}

function writeCursor({ changedAt, id }: FollowUpPlace): string {
  return `${changedAt.toISOString()} ${id}`;
}

/** A cursor that nobody gave begins at the first page. */
function readCursor(cursor: string | undefined): FollowUpPlace | undefined {
  const [, at, id] = /^(\S+Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '') ?? [];
  const changedAt = new Date(at ?? '');
  return id !== undefined && !Number.isNaN(changedAt.getTime()) ? { changedAt, id } : undefined;
}
