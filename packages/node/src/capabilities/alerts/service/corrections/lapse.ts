import type { ListedSubject } from '@entente/contracts/alerts';
import type { Tx } from '../../../../platform/database/database.ts';
import { recordEvent } from '../../../audit/index.ts';
import { isOvertaken } from '../../rules/correction.ts';
import { endCorrection, eraseCorrections, lockOpenCorrections } from '../../store/corrections.ts';

/**
 * Ends corrections that a list has overtaken, in the transaction of its import: it has changed what they are about, or has taken
 * the entry off (null), and then what they said is erased with it.
 */
export async function lapseCorrections(
  tx: Tx,
  entries: ReadonlyMap<string, ListedSubject | null>,
  at: Date,
): Promise<void> {
  if (entries.size === 0) return;
  for (const { id, subject, list, ref, kind, personal } of await lockOpenCorrections(tx, [...entries.keys()])) {
    const now = entries.get(subject);
    if (now && personal && !isOvertaken({ kind, ...personal, by: personal.authority, at: '' }, now)) continue;
    await endCorrection(tx, id, 'lapsed', at);
    await recordEvent(tx, {
      actor: { kind: 'node', id: 'node' },
      at,
      event: 'alerts.correction-lapsed',
      outcome: 'done',
      subject: { kind: 'correction', ref: id },
      facts: { list, ref, kind, because: now ? 'changed by the list' : 'taken off the list' },
    });
  }
  const gone = [...entries].filter(([, now]) => now === null).map(([subject]) => subject);
  if (gone.length > 0) await eraseCorrections(tx, gone);
}
