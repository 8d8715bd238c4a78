import type { SecondLinePage, SecondLineView } from '@entente/contracts/screening/second-line';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution, readDisplayNames } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { SCREENING_PROBLEMS } from '../../problems.ts';
import { authorityInView } from '../../rules/case.ts';
import { type CasePlace, findCase, listCases } from '../../store/second-line.ts';
import type { ScreeningParts } from '../parts.ts';
import { showCase, summarise } from './view-case.ts';

/** A case as a whole; the look is recorded with the alerts it showed. */
export async function readCase(parts: ScreeningParts, asking: Asking, id: string): Promise<SecondLineView> {
  return await parts.db.transaction().execute(async (tx) => {
    const of = await findCase(tx, id, authorityInView(asking));
    if (!of) throw new Problem(SCREENING_PROBLEMS['unknown-case']);
    return await showCase(tx, parts, asking, of);
  });
}

/** A page of cases, travellers masked. */
export async function readCases(
  parts: ScreeningParts,
  asking: Asking,
  { open, cursor, limit }: { open?: boolean | undefined; cursor?: string | undefined; limit: number },
): Promise<SecondLinePage> {
  return await parts.db.transaction().execute(async (tx) => {
    const found = await listCases(tx, authorityInView(asking), { open, before: readCursor(cursor), limit: limit + 1 });
    const page = found.slice(0, limit);
    const names = await readDisplayNames(tx, [...new Set(page.map(({ openedBy }) => openedBy))]);
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event: 'screening.cases-listed',
      outcome: 'done',
      facts: { open: open ?? false, shown: page.length },
    });
    const last = page.at(-1);
    return {
      cases: page.map((of) => summarise(of, names, parts)),
      next: found.length > limit && last ? writeCursor({ openedAt: last.openedAt, id: last.id }) : null,
    };
  });
}

function writeCursor({ openedAt, id }: CasePlace): string {
  return `${openedAt.getTime()}.${id}`;
}

/** A cursor that was never given begins at the beginning. */
function readCursor(cursor: string | undefined): CasePlace | undefined {
  const [, time, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  return time && id ? { openedAt: new Date(Number(time)), id } : undefined;
}
