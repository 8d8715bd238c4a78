import type { Tx } from '../../../../platform/database/database.ts';
import { isDatabaseAway } from '../../../../platform/database/failures.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { Regained } from '../../model/opening.ts';
import { savePoint } from '../../store/portions.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import type { RegainWhen } from './regainers.ts';

/**
 * Has a room do again what it had sent. What a room cannot do again keeps nobody from the rest: it is undone, told to whoever
 * looks after the node, and stands in the record.
 */
export async function regainOne(parts: ExchangeParts, tx: Tx, when: RegainWhen, regained: Regained): Promise<void> {
  const regain = parts.regainers.get(regained.type)?.[when];
  if (!regain) return;
  const { to, seq, type } = regained;
  const point = await savePoint(tx);
  try {
    await regain(tx, regained);
    await point.keep();
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    await point.goBack();
    parts.log.error({ err: error, peer: to, seq, type }, 'what was sent before the restore could not be done again');
    await recordEvent(tx, {
      at: parts.clock.now(),
      event: 'exchange.regain-failed',
      actor: { kind: 'node', id: standingOf(parts).self },
      outcome: 'failed',
      facts: { to, seq, type },
    });
  }
}
