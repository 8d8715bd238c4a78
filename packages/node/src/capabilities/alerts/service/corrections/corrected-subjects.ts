import type { Database } from '../../../../platform/database/database.ts';
import type { CorrectedSubject } from '../../model.ts';
import { applyCorrections } from '../../rules/correction.ts';
import { readStanding } from '../../store/corrections.ts';
import * as subjects from '../../store/subjects.ts';

/** The listed ones among those entries, as they are to be met: with what this state has corrected. */
export async function loadSubjects(db: Database, ids: readonly string[]): Promise<Map<string, CorrectedSubject>> {
  const listed = await subjects.loadSubjects(db, ids);
  if (listed.size === 0) return listed;
  const standing = await readStanding(db, ids);
  if (standing.size === 0) return listed;
  return new Map([...listed].map(([id, subject]) => [id, applyCorrections(subject, standing.get(id) ?? [])]));
}

/**
 * Every entry that stands on a list, one by one, as it is to be met. Corrections are a handful and are read once; one that changes
 * meanwhile is in the feed.
 */
export async function* streamSubjects(db: Database): AsyncGenerator<{ id: string; subject: CorrectedSubject }> {
  const standing = await readStanding(db);
  for await (const { id, subject } of subjects.streamSubjects(db))
    yield { id, subject: applyCorrections(subject, standing.get(id) ?? []) };
}
