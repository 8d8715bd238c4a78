import { Problem } from '../../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { deletePause, insertPause } from '../../store/asks/pauses.ts';
import type { AskParts } from './sealed.ts';

/** Whose questions, and why. */
export interface AskingStep {
  state: string;
  reason: string;
}

/** Stops answering a state's questions, by this node's own decision; envelopes go on. */
export async function pauseAsking(parts: AskParts, by: Attribution, { state, reason }: AskingStep): Promise<void> {
  if (!parts.membership.standing()?.register.members.has(state))
    throw new Problem(EXCHANGE_PROBLEMS['unknown-receiver']);
  const at = parts.clock.now();
  await parts.db.transaction().execute(async (tx) => {
    const { id: record } = await recordEvent(tx, {
      ...entryOf(by, at, state, reason),
      event: 'exchange.asking-paused',
    });
    if (!(await insertPause(tx, state, at, record))) throw new Problem(EXCHANGE_PROBLEMS['asking-paused-already']);
  });
}

/** Answers them again. */
export async function resumeAsking(parts: AskParts, by: Attribution, { state, reason }: AskingStep): Promise<void> {
  const at = parts.clock.now();
  await parts.db.transaction().execute(async (tx) => {
    if (!(await deletePause(tx, state))) throw new Problem(EXCHANGE_PROBLEMS['asking-not-paused']);
    await recordEvent(tx, { ...entryOf(by, at, state, reason), event: 'exchange.asking-resumed' });
  });
}

function entryOf(by: Attribution, at: Date, state: string, reason: string) {
  return {
    ...by,
    at,
    outcome: 'done' as const,
    subject: { kind: 'state', ref: state },
    parts: [{ name: 'reason', text: reason }],
  };
}
