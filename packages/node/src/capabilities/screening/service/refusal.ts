import type { ScreeningRefusal } from '@entente/contracts/screening/rules';
import { SCREENING_RULES } from '@entente/contracts/screening/rules';
import { Problem } from '../../../platform/problem.ts';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { SCREENING_PROBLEMS } from '../problems.ts';
import type { ScreeningParts } from './parts.ts';

/** Rules refuse: thrown inside the transaction, so that nothing of it stands, and recorded after it. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';
  readonly refusals: readonly ScreeningRefusal[];

  constructor(refusals: readonly ScreeningRefusal[]) {
    super(refusals.map(({ rule }) => rule).join(', '));
    this.refusals = refusals;
  }
}

/** Throws when any rule refuses. */
export function refuseBy(refusals: readonly ScreeningRefusal[]): void {
  if (refusals.length > 0) throw new StepRefused(refusals);
}

/** Does the step; a refusal by a rule is recorded for oversight, and told with the rule's name and the field. */
export async function recordingRefusals<Value>(
  { db, clock }: Pick<ScreeningParts, 'db' | 'clock'>,
  asking: Asking,
  doing: { step: string; subject?: { kind: string; ref: string } },
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    const { refusals } = error;
    await db.transaction().execute((tx) =>
      recordEvent(tx, {
        ...attribution(asking),
        at: clock.now(),
        event: 'screening.refused',
        outcome: 'refused',
        ...(doing.subject && { subject: doing.subject }),
        facts: { step: doing.step, rules: [...new Set(refusals.map(({ rule }) => rule))].join(' ') },
      }),
    );
    throw new Problem(SCREENING_PROBLEMS['step-refused'], {
      detail: SCREENING_RULES[refusals[0]!.rule].says.en,
      errors: refusals.map(({ rule, pointer }) => ({ pointer, reason: SCREENING_RULES[rule].says.en, rule })),
    });
  }
}
