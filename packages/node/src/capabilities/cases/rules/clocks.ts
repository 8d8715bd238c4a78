import type { CaseEntry } from '@entente/contracts/cases';
import type { NewMessage } from '@entente/contracts/cases/entries';
import type { Procedure } from '../../membership/index.ts';
import type { Entry } from '../model/entry.ts';

const HOUR = 3_600_000;

/** When the answer to a message falls due; null where nothing is asked. */
export function dueAt(
  { kind, form, urgent = false }: Pick<NewMessage, 'kind' | 'form' | 'urgent'>,
  askedAt: Date,
  { answerHours }: Procedure['followUp'],
): Date | null {
  if (kind === 'text' || form !== 'asked') return null;
  return new Date(askedAt.getTime() + answerHours[kind][urgent ? 'urgent' : 'ordinary'] * HOUR);
}

/** How the clock of what was asked stands at a moment; null where none runs. */
export function clockOf(
  { dueAt: due, answeredAt }: Pick<Entry, 'dueAt' | 'answeredAt'>,
  now: Date,
): CaseEntry['clock'] {
  if (!due) return null;
  const state = answeredAt ? 'answered' : now >= due ? 'over' : 'running';
  return { dueAt: due.toISOString(), state };
}

/** When the first answer that this side owes falls due. */
export function firstDue(entries: readonly Entry[]): Date | undefined {
  const owed = entries.flatMap(({ here, dueAt: due, answeredAt }) => (!here && due && !answeredAt ? [due] : []));
  return owed.toSorted((a, b) => a.getTime() - b.getTime())[0];
}
