import {
  CirculatedAlert,
  FlaggedAlert,
  NamedAlert,
  PHOTOGRAPHS,
  UnflaggedAlert,
  WithdrawnAlert,
} from '@entente/contracts/alerts/circulated';
import type { Tx } from '../../platform/database/database.ts';
import type { ArrivedFile, Exchange } from '../exchange/index.ts';
import type { AlertParts } from './service/alerts/parts.ts';
import { takeFlagged, takeUnflagged } from './service/circulation/take-flag.ts';
import { takeCirculated } from './service/received/take-circulated.ts';
import { takePhotograph } from './service/received/take-photograph.ts';
import { takeDeleted, takeRestored, takeSuspended, takeWithdrawn } from './service/received/take-step.ts';

/** What takes away is taken from a suspended member too: its alerts must not outlive its own word. */
const TAKES_AWAY = { whileSuspended: true };

/** Alerts of other states, as their nodes send them. */
export function receiveAlerts({ receive }: Pick<Exchange, 'receive'>, parts: AlertParts): void {
  const attachments = {
    ...PHOTOGRAPHS,
    keeps: false,
    arrived: (tx: Tx, file: ArrivedFile) => takePhotograph(parts, tx, file),
  };
  receive('alerts.circulated', CirculatedAlert, (tx, envelope) => takeCirculated(parts, tx, envelope), { attachments });
  receive('alerts.withdrawn', WithdrawnAlert, (tx, envelope) => takeWithdrawn(parts, tx, envelope), TAKES_AWAY);
  receive('alerts.suspended', NamedAlert, (tx, envelope) => takeSuspended(parts, tx, envelope), TAKES_AWAY);
  receive('alerts.restored', NamedAlert, (tx, envelope) => takeRestored(parts, tx, envelope));
  receive('alerts.deleted', NamedAlert, (tx, envelope) => takeDeleted(parts, tx, envelope), TAKES_AWAY);
  receive('alerts.flagged', FlaggedAlert, (tx, envelope) => takeFlagged(parts, tx, envelope));
  receive('alerts.unflagged', UnflaggedAlert, (tx, envelope) => takeUnflagged(parts, tx, envelope));
}
