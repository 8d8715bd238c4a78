import type { ListBasis, ListId } from '@entente/contracts/alerts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import { appendBasisChange } from '../store/feed.ts';
import { replaceBasis } from '../store/lists.ts';

interface Parts {
  db: Database;
  clock: Clock;
}

/** States the basis on which a list answers at the desk, in place of the one before. */
export async function stateBasis(
  { db, clock }: Parts,
  list: ListId,
  basis: ListBasis,
  attribution: Attribution,
): Promise<void> {
  const at = clock.now();
  await db.transaction().execute(async (tx) => {
    const before = await replaceBasis(tx, list, { ...basis, statedBy: attribution.actor.id, statedAt: at });
    await appendBasisChange(tx, list);
    await recordEvent(tx, {
      ...attribution,
      at,
      event: 'alerts.basis-stated',
      outcome: 'done',
      subject: { kind: 'list', ref: list },
      facts: { basis: basis.legalBasis, action: basis.action, ...(before && { actionBefore: before.action }) },
    });
  });
}

/** Silences a list. Withdrawing what was never stated changes nothing and is not recorded. */
export async function withdrawBasis({ db, clock }: Parts, list: ListId, attribution: Attribution): Promise<void> {
  const at = clock.now();
  await db.transaction().execute(async (tx) => {
    const before = await replaceBasis(tx, list, null);
    if (!before) return;
    await appendBasisChange(tx, list);
    await recordEvent(tx, {
      ...attribution,
      at,
      event: 'alerts.basis-withdrawn',
      outcome: 'done',
      subject: { kind: 'list', ref: list },
      facts: { basis: before.legalBasis, action: before.action },
    });
  });
}
