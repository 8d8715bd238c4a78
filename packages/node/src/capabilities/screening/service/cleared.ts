import type { Candidate } from '@entente/contracts/screening';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { pairKey } from '../rules/keys.ts';
import { findCleared } from '../store/cleared.ts';
import type { Answer } from './answer.ts';

/** The keyed hash of a document and a candidate. */
export function pairOf(db: Database | Tx, document: string, candidate: string): Buffer {
  return sealingOf(db).lookup('screening.cleared', pairKey(document, candidate));
}

/** Says of each candidate whether this document was told apart from it before. */
export async function markCleared(
  db: Database,
  { candidates, discreet }: Pick<Answer, 'candidates' | 'discreet'>,
  document: string | undefined,
  now: Date,
): Promise<Pick<Answer, 'candidates' | 'discreet'>> {
  const all = [...candidates, ...discreet];
  if (document === undefined || all.length === 0) return { candidates, discreet };
  const pairs = new Map(all.map(({ key }) => [key, pairOf(db, document, key)]));
  const cleared = await findCleared(db, [...pairs.values()], now);
  const mark = (candidate: Candidate): Candidate => {
    const before = cleared.get(pairs.get(candidate.key)!.toString('hex'));
    if (!before) return candidate;
    return { ...candidate, clearedBefore: { at: before.at.toISOString(), secondLine: before.secondLine } };
  };
  return { candidates: candidates.map(mark), discreet: discreet.map(mark) };
}
