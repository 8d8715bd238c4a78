import type { SavedFilter } from '@entente/contracts/alerts/alert';
import { Problem } from '../../../../platform/problem.ts';
import type { Asking } from '../../../access/index.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import { deleteFilters, insertFilter, readFilters } from '../../store/filters.ts';
import type { AlertParts } from './parts.ts';

type Parts = Pick<AlertParts, 'db'>;

/** More than these nobody finds his way in. */
const MOST = 30;

export async function listFilters({ db }: Parts, { officer }: Asking): Promise<SavedFilter[]> {
  return (await readFilters(db, officer.id)).map(({ filter }) => filter);
}

/** Keeps a filter under its name, in place of the one that had it. */
export async function saveFilter({ db }: Parts, { officer }: Asking, filter: SavedFilter): Promise<SavedFilter[]> {
  return await db.transaction().execute(async (tx) => {
    const known = await readFilters(tx, officer.id);
    const same = known.filter(({ filter: { name } }) => name === filter.name);
    if (same.length === 0 && known.length >= MOST) throw new Problem(ALERTS_PROBLEMS['too-many-filters']);
    await deleteFilters(
      tx,
      officer.id,
      same.map(({ id }) => id),
    );
    await insertFilter(tx, officer.id, filter);
    return (await readFilters(tx, officer.id)).map(({ filter: kept }) => kept);
  });
}

/** Forgets a filter; one that is not there is forgotten already. */
export async function forgetFilter({ db }: Parts, { officer }: Asking, name: string): Promise<SavedFilter[]> {
  return await db.transaction().execute(async (tx) => {
    const known = await readFilters(tx, officer.id);
    const named = known.filter(({ filter }) => filter.name === name);
    await deleteFilters(
      tx,
      officer.id,
      named.map(({ id }) => id),
    );
    return known.filter((one) => !named.includes(one)).map(({ filter }) => filter);
  });
}
