import type { Notice } from '@entente/contracts/screening/second-line';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { SCREENING_PROBLEMS } from '../../problems.ts';
import { authorityInView, isWhollyDiscreet } from '../../rules/case.ts';
import { limitOf } from '../../rules/clock.ts';
import { findCase } from '../../store/second-line.ts';
import type { ScreeningParts } from '../parts.ts';
import { recordingRefusals, refuseBy } from '../refusal.ts';

/**
 * What the notice to the person prints: since when and where he is delayed, until when at most, and where to complain. It
 * is made of the case's time and place and of the profile alone, so that nothing of an alert can slip into it.
 */
export async function makeNotice(parts: ScreeningParts, asking: Asking, id: string): Promise<Notice> {
  const { db, clock, membership, wording } = parts;
  const subject = { kind: 'second-line', ref: id };
  return await recordingRefusals(parts, asking, { step: 'make-notice', subject }, () =>
    db.transaction().execute(async (tx) => {
      const of = await findCase(tx, id, authorityInView(asking));
      if (!of) throw new Problem(SCREENING_PROBLEMS['unknown-case']);
      if (isWhollyDiscreet(of.personal.found, wording.categories))
        refuseBy([{ rule: 'noticed-discreetly', pointer: '' }]);
      const at = clock.now();
      await recordEvent(tx, { ...attribution(asking), at, event: 'screening.notice-given', outcome: 'done', subject });
      const { complaints, detention } = membership.procedure();
      return {
        number: of.id.slice(0, 8).toUpperCase(),
        authority: asking.officer.authority.names,
        place: of.personal.place,
        direction: of.personal.direction,
        since: (of.held?.since ?? of.openedAt).toISOString(),
        limitAt: of.held ? limitOf(of.held.since, detention).toISOString() : null,
        complaints,
      };
    }),
  );
}
