import type { Refusal } from '@entente/contracts/alerts/alert';

import type { AuditEvent } from '@entente/contracts/audit-events';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import { explainRefusal } from '../../rules/explain.ts';
import type { AlertParts } from './parts.ts';

/** Rules refuse: thrown inside the transaction, so that nothing of it stands, and recorded after it. */
export class AlertRefused extends Error {
  override readonly name = 'AlertRefused';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ rule }) => rule).join(', '));
    this.refusals = refusals;
  }
}

/** Throws when any rule refuses. */
export function refuseBy(refusals: readonly (Refusal | undefined)[]): void {
  const standing = refusals.filter((refusal) => refusal !== undefined);
  if (standing.length > 0) throw new AlertRefused(standing);
}

/** Does the work; a refusal by a rule is recorded for oversight and told with the rule's name and the field. */
export async function recordingRefusals<Value>(
  parts: Pick<AlertParts, 'db' | 'clock'>,
  asking: Asking,
  doing: { move: string; alert?: string; category?: string },
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AlertRefused)) throw error;
    await parts.db.transaction().execute((tx) =>
      recordEvent(tx, {
        ...attribution(asking),
        at: parts.clock.now(),
        event: 'alerts.refused' satisfies AuditEvent,
        outcome: 'refused',
        ...(doing.alert && { subject: { kind: 'alert', ref: doing.alert } }),
        facts: {
          move: doing.move,
          ...(doing.category && { category: doing.category }),
          rules: [...new Set(error.refusals.map(({ rule }) => rule))].join(' '),
        },
      }),
    );
    throw new Problem(ALERTS_PROBLEMS['alert-refused'], {
      detail: explainRefusal(error.refusals[0]!),
      errors: error.refusals.map((refusal) => ({ ...refusal, reason: explainRefusal(refusal) })),
    });
  }
}
