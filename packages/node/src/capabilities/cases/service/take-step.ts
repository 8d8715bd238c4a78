import type { CaseView } from '@entente/contracts/cases';
import type { Tx } from '../../../platform/database/database.ts';
import type { Asking } from '../../access/index.ts';
import type { FollowUp } from '../model/case.ts';
import { lockFollowUp, updateFollowUp } from '../store/follow-ups.ts';
import type { CasesParts } from './parts.ts';
import { requireOpen } from './readable.ts';
import { recordingRefusals } from './refusal.ts';
import { showFollowUp } from './view-follow-up.ts';

/**
 * One step on a case by an officer: its row is locked; the change, its record and its envelope stand together or not at all.
 */
export async function takeStep(
  parts: CasesParts,
  asking: Asking,
  { id, step }: { id: string; step: string },
  work: (tx: Tx, of: FollowUp, now: Date) => Promise<FollowUp>,
): Promise<CaseView> {
  return await recordingRefusals(parts, asking, { step, id }, () =>
    parts.db.transaction().execute(async (tx) => {
      const of = requireOpen(parts, asking, await lockFollowUp(tx, id));
      const changed = await work(tx, of, parts.clock.now());
      await updateFollowUp(tx, changed);
      return await showFollowUp(tx, parts, asking, changed);
    }),
  );
}
