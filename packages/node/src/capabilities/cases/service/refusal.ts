import { CASE_RULES, type CaseRefusal } from '@entente/contracts/cases/rules';
import { Problem } from '../../../platform/problem.ts';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { CASES_PROBLEMS } from '../problems.ts';
import type { CasesParts } from './parts.ts';

/** Rules refuse: thrown inside the transaction, so that nothing of it stands, and recorded after it. */
class StepRefused extends Error {
  override readonly name = 'StepRefused';
  readonly refusals: readonly CaseRefusal[];

  constructor(refusals: readonly CaseRefusal[]) {
    super(refusals.map(({ rule }) => rule).join(', '));
    this.refusals = refusals;
  }
}

/** Throws when any rule refuses. */
export function refuseBy(refusals: readonly CaseRefusal[]): void {
  if (refusals.length > 0) throw new StepRefused(refusals);
}

/** Does the step; a refusal by a rule is recorded, and told with the rule's name and the field. */
export async function recordingRefusals<Value>(
  { db, clock }: Pick<CasesParts, 'db' | 'clock'>,
  asking: Asking,
  doing: { step: string; id: string; kind?: 'case' | 'inquiry' },
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
        event: 'cases.refused',
        outcome: 'refused',
        subject: { kind: doing.kind ?? 'case', ref: doing.id },
        facts: { step: doing.step, rules: refusals.map(({ rule }) => rule).join(' ') },
      }),
    );
    throw new Problem(CASES_PROBLEMS['follow-up-refused'], {
      detail: CASE_RULES[refusals[0]!.rule].says.en,
      errors: refusals.map(({ rule, pointer }) => ({ pointer, reason: CASE_RULES[rule].says.en, rule })),
    });
  }
}
