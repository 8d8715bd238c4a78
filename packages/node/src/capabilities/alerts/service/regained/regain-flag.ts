import type { FlaggedAlert, UnflaggedAlert } from '@entente/contracts/alerts/circulated';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Regained } from '../../../exchange/index.ts';
import { lockReference } from '../../store/alerts.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { writeRegained } from './parts.ts';

/** What this state had told an owner it does instead holds here again; an alert it had refused goes on sleeping. */
export async function regainFlag(
  parts: AlertParts,
  tx: Tx,
  { body }: Regained<FlaggedAlert | UnflaggedAlert>,
): Promise<void> {
  const alert = await lockReference(tx, body.reference);
  if (!alert || alert.node === null || alert.status === 'deleted') return;
  const action = 'action' in body ? body.action : null;
  const refused = 'action' in body && body.action === null && alert.acceptance !== null;
  const change = { flagAction: action, ...(refused && { acceptance: 'refused' as const }) };
  const as = 'action' in body ? 'flagged' : 'unflagged';
  await writeRegained(parts, tx, alert, as, { change, feed: refused ? 'removed' : 'changed', version: alert.current });
}
