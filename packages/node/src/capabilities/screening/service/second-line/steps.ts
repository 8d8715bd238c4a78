import type { AuditEvent } from '@entente/contracts/audit-events';
import type { ChecklistItem, SecondLineView } from '@entente/contracts/screening/second-line';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { isDecided, isWhollyDiscreet, refuseCandidate, withDraft } from '../../rules/case.ts';
import { setClock } from '../../rules/clock.ts';
import type { ScreeningParts } from '../parts.ts';
import { refuseBy } from '../refusal.ts';
import { changeCase } from './change-case.ts';

/** Saves a checklist on the way: nothing typed is lost. */
export async function saveChecklist(
  parts: ScreeningParts,
  asking: Asking,
  id: string,
  { revision, candidate, checklist }: { revision: number; candidate: string; checklist: ChecklistItem[] },
): Promise<SecondLineView> {
  return await changeCase(parts, asking, { id, revision, step: 'save-checklist' }, async (tx, of, now) => {
    refuseBy(refuseCandidate(of, candidate));
    await record(tx, asking, 'screening.checklist-saved', id, now);
    return withDraft(of, candidate, checklist);
  });
}

/** Starts or stops the detention clock. */
export async function changeClock(
  parts: ScreeningParts,
  asking: Asking,
  id: string,
  { revision, held }: { revision: number; held: boolean },
): Promise<SecondLineView> {
  const step = held ? 'start-clock' : 'stop-clock';
  return await changeCase(parts, asking, { id, revision, step }, async (tx, of, now) => {
    if (isDecided(of)) refuseBy([{ rule: 'case-closed', pointer: '' }]);
    if (held && isWhollyDiscreet(of.personal.found, parts.wording.categories))
      refuseBy([{ rule: 'held-discreetly', pointer: '/held' }]);
    await record(tx, asking, held ? 'screening.clock-started' : 'screening.clock-stopped', id, now);
    return { ...of, held: setClock(of.held, held, now) };
  });
}

async function record(tx: Tx, asking: Asking, event: AuditEvent, id: string, at: Date): Promise<void> {
  const subject = { kind: 'second-line', ref: id };
  await recordEvent(tx, { ...attribution(asking), at, event, outcome: 'done', subject });
}
