import type { SecondLineView } from '@entente/contracts/screening/second-line';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import type { Asking } from '../../../access/index.ts';
import { ALERTS_PROBLEMS } from '../../../alerts/index.ts';
import type { SecondLineCase } from '../../model/case.ts';
import { SCREENING_PROBLEMS } from '../../problems.ts';
import { authorityInView } from '../../rules/case.ts';
import { refuseSetBack } from '../../rules/clock.ts';
import { lockCase, updateCase } from '../../store/second-line.ts';
import type { ScreeningParts } from '../parts.ts';
import { recordingRefusals, refuseBy } from '../refusal.ts';
import { showCase } from './view-case.ts';

/**
 * One step on a case by an officer: its row is locked, his revision must be the newest, and the clock must not stand before
 * the last step; then the change and its records stand together or not at all. Whoever was second is shown the case as it
 * is, and keeps what he typed.
 */
export async function changeCase(
  parts: ScreeningParts,
  asking: Asking,
  asked: { id: string; revision: number; step: string },
  work: (tx: Tx, of: SecondLineCase, now: Date) => Promise<SecondLineCase>,
): Promise<SecondLineView> {
  const { id, revision, step } = asked;
  const subject = { kind: 'second-line', ref: id };
  const outcome = await recordingRefusals(parts, asking, { step, subject }, () =>
    parts.db.transaction().execute(async (tx) => {
      const of = await lockCase(tx, id, authorityInView(asking));
      if (!of) throw new Problem(SCREENING_PROBLEMS['unknown-case']);
      // The look at the newer case is a read like any other, and its record stands.
      if (of.revision !== revision) return { edited: await showCase(tx, parts, asking, of) };
      const now = parts.clock.now();
      refuseBy(refuseSetBack(of.changedAt, now));
      const changed = { ...(await work(tx, of, now)), changedAt: now, revision: revision + 1 };
      await updateCase(tx, changed);
      return { view: await showCase(tx, parts, asking, changed) };
    }),
  );
  if ('edited' in outcome) throw new Problem(ALERTS_PROBLEMS['edited-meanwhile'], { current: outcome.edited });
  return outcome.view;
}
