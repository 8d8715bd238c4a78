import type { ListId } from '@entente/contracts/alerts';
import type { CorrectionView, ListEntryView } from '@entente/contracts/alerts/corrections';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution, readDisplayNames } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { StoredCorrection } from '../../model.ts';
import { ALERTS_PROBLEMS } from '../../problems.ts';
import { readCorrections, readProposed } from '../../store/corrections.ts';
import { findSubject } from '../../store/subjects.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { spendReading } from '../alerts/reading-budget.ts';

/** An entry as its list gives it, with every correction beside it. Each look is recorded. */
export async function viewEntry(
  parts: AlertParts,
  asking: Asking,
  { list, ref }: { list: ListId; ref: string },
): Promise<ListEntryView> {
  return await parts.db.transaction().execute(async (tx) => {
    const found = await findSubject(tx, list, ref);
    if (!found) throw new Problem(ALERTS_PROBLEMS['unknown-entry']);
    await spendReading(tx, parts, asking, 'line', 1);
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event: 'alerts.entry-read',
      outcome: 'done',
      subject: { kind: 'list', ref: list },
      facts: { ref },
    });
    return await showEntry(tx, found);
  });
}

/** An entry with its corrections, to whoever has just read or changed it. */
export async function showEntry(
  tx: Tx,
  { id, subject }: NonNullable<Awaited<ReturnType<typeof findSubject>>>,
): Promise<ListEntryView> {
  const { list, ref, citation, kind, identities, programmes, listedOn, remarks } = subject;
  return {
    list,
    ref,
    ...(citation !== undefined && { citation }),
    kind,
    identities,
    programmes,
    ...(listedOn !== undefined && { listedOn }),
    ...(remarks !== undefined && { remarks }),
    corrections: await showCorrections(tx, await readCorrections(tx, id)),
  };
}

/** Corrections that await a second officer; they name listed people, so that the look is recorded. */
export async function viewProposed(parts: AlertParts, asking: Asking): Promise<CorrectionView[]> {
  return await parts.db.transaction().execute(async (tx) => {
    const proposed = await readProposed(tx);
    await spendReading(tx, parts, asking, 'line', proposed.length);
    if (proposed.length > 0)
      await recordEvent(tx, {
        ...attribution(asking),
        at: parts.clock.now(),
        event: 'alerts.corrections-listed',
        outcome: 'done',
        facts: { shown: proposed.length },
      });
    return await showCorrections(tx, proposed);
  });
}

async function showCorrections(tx: Tx, corrections: StoredCorrection[]): Promise<CorrectionView[]> {
  const ids = corrections.flatMap(({ proposedBy, decidedBy }) => [proposedBy, ...(decidedBy ? [decidedBy] : [])]);
  const names = await readDisplayNames(tx, [...new Set(ids)]);
  const hand = (id: string, at: Date) => ({ id, name: names.get(id) ?? '', at: at.toISOString() });
  return corrections.flatMap(({ personal, decidedBy, decidedAt, proposedBy, proposedAt, endedAt, ...one }) =>
    personal
      ? [
          {
            id: one.id,
            list: one.list,
            ref: one.ref,
            kind: one.kind,
            state: one.state,
            ...personal,
            proposed: hand(proposedBy, proposedAt),
            decided: decidedBy && decidedAt ? hand(decidedBy, decidedAt) : null,
            endedAt: endedAt?.toISOString() ?? null,
          },
        ]
      : [],
  );
}
