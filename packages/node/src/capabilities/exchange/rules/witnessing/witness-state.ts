import type { AskOutcome, WitnessState } from '../../model/witnessing.ts';

/** Rounds in a row without an answer after which a witness is called silent. */
export const SILENT_AFTER = 3;

/** What changed for those who watch: told once, not at each round. */
export type WitnessChange = 'silent' | 'refusing' | 'cosigning';

/** How a witness fares after it was asked once more, and whether that is news. Undefined: it was never asked before. */
export function afterAsking(
  before: WitnessState | undefined,
  came: AskOutcome,
  now: Date,
): { state: WitnessState; news: WitnessChange | null } {
  const missed = came.outcome === 'no-answer' ? (before?.missed ?? 0) + 1 : 0;
  const state = stateAfter(before, came, missed);
  const { refusal, brokenAt } = refusalAfter(before, came, state);
  const same = before !== undefined && before.state === state && before.refusal === refusal;
  return {
    state: { state, since: same ? before.since : now, missed, refusal, brokenAt },
    // A first cosignature is what was expected.
    news: same || (before === undefined && state === 'cosigning') ? null : state,
  };
}

function stateAfter(before: WitnessState | undefined, came: AskOutcome, missed: number): WitnessState['state'] {
  if (came.outcome === 'cosigned') return 'cosigning';
  if (came.outcome === 'refused') return 'refusing';
  return missed >= SILENT_AFTER ? 'silent' : (before?.state ?? 'cosigning');
}

function refusalAfter(
  before: WitnessState | undefined,
  came: AskOutcome,
  state: WitnessState['state'],
): Pick<WitnessState, 'refusal' | 'brokenAt'> {
  if (state !== 'refusing') return { refusal: null, brokenAt: null };
  if (came.outcome === 'refused') return { refusal: came.refusal, brokenAt: came.brokenAt };
  return { refusal: before?.refusal ?? null, brokenAt: before?.brokenAt ?? null };
}
