import type { ImportView, ListView } from '@entente/contracts/alerts';
import type { Database } from '../../../platform/database/database.ts';
import { readDisplayNames } from '../../access/index.ts';
import { LISTS, type StoredImport } from '../model.ts';
import { findLastImports } from '../store/imports.ts';
import { listBases } from '../store/lists.ts';
import { countByList } from '../store/subjects.ts';

/** Every list as `GET /api/alerts/lists` shows it. */
export async function viewLists(db: Database): Promise<ListView[]> {
  const [bases, counts, imports] = await Promise.all([listBases(db), countByList(db), findLastImports(db)]);
  const names = await namesOf(
    db,
    bases.map(({ basis }) => basis?.statedBy),
  );
  return bases.map(({ id, names: listNames, basis }) => {
    const last = imports.get(id);
    return {
      id,
      format: LISTS[id].format,
      names: listNames,
      basis: basis && {
        legalBasis: basis.legalBasis,
        action: basis.action,
        statedBy: names(basis.statedBy),
        statedAt: basis.statedAt.toISOString(),
      },
      counts: counts.get(id) ?? { person: 0, organisation: 0, vessel: 0, aircraft: 0 },
      lastImport: last
        ? {
            id: last.id,
            at: (last.endedAt ?? last.startedAt).toISOString(),
            ...(last.listDate !== undefined && { listDate: last.listDate }),
          }
        : null,
    };
  });
}

/** Imports as the interface shows them. */
export async function viewImports(db: Database, imports: StoredImport[]): Promise<ImportView[]> {
  const names = await namesOf(
    db,
    imports.map((stored) => stored.startedBy),
  );
  return imports.map((stored) => ({
    id: stored.id,
    list: stored.list,
    format: stored.format,
    files: stored.files,
    state: stored.state,
    startedAt: stored.startedAt.toISOString(),
    endedAt: stored.endedAt?.toISOString() ?? null,
    by: names(stored.startedBy),
    bytesRead: stored.bytesRead,
    bytesTotal: stored.bytesTotal,
    counts: stored.counts,
    kinds: stored.kinds,
    failure: stored.failure,
  }));
}

/** Officers by their names; an operator stands under the command he ran. */
async function namesOf(db: Database, ids: (string | undefined)[]): Promise<(id: string) => string> {
  const officers = [...new Set(ids)].filter((id) => id !== undefined && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id));
  const names = await readDisplayNames(db, officers as string[]);
  return (id) => names.get(id) ?? id;
}
