import type { Referral, SecondLineView } from '@entente/contracts/screening/second-line';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { SCREENING_PROBLEMS } from '../../problems.ts';
import { isWhollyDiscreet, openCase } from '../../rules/case.ts';
import { refuseSetBack } from '../../rules/clock.ts';
import { takePossibleHit } from '../../store/possible-hits.ts';
import { insertCase } from '../../store/second-line.ts';
import type { ScreeningParts } from '../parts.ts';
import { recordingRefusals, refuseBy } from '../refusal.ts';
import { shiftBegan } from '../shift.ts';
import { showCase } from './view-case.ts';

/** Takes a possible hit of the officer's own to the second line. The hit becomes the case; it is not kept twice. */
export async function refer(parts: ScreeningParts, asking: Asking, referral: Referral): Promise<SecondLineView> {
  const { db, clock, wording } = parts;
  const subject = { kind: 'check', ref: referral.check };
  return await recordingRefusals(parts, asking, { step: 'refer', subject }, () =>
    db.transaction().execute(async (tx) => {
      const now = clock.now();
      const hit = await takePossibleHit(tx, referral.check, asking.officer.id, shiftBegan(parts, now));
      if (!hit) throw new Problem(SCREENING_PROBLEMS['unknown-check']);
      refuseBy(refuseSetBack(hit.at, now));
      const opening = {
        id: crypto.randomUUID(),
        authority: asking.officer.authority.id,
        officerId: asking.officer.id,
        now,
      };
      const opened = openCase(hit, referral, opening);
      if (referral.held && isWhollyDiscreet(opened.personal.found, wording.categories))
        refuseBy([{ rule: 'held-discreetly', pointer: '/held' }]);
      await insertCase(tx, opened);
      await recordEvent(tx, {
        ...attribution(asking),
        at: now,
        event: 'screening.referred',
        outcome: 'done',
        subject: { kind: 'second-line', ref: opened.id },
        facts: {
          check: referral.check,
          direction: referral.direction,
          held: referral.held,
          candidates: opened.personal.found.length,
        },
        parts: [{ name: 'place', text: referral.place }],
      });
      return await showCase(tx, parts, asking, opened);
    }),
  );
}
