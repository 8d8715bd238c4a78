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
import { takeCirculated, takeCirculatedRun } from './service/received/take-circulated.ts';
import { takePhotograph } from './service/received/take-photograph.ts';
import { takeDeleted, takeRestored, takeSuspended, takeWithdrawn } from './service/received/take-step.ts';
import { regainCirculated } from './service/regained/regain-circulated.ts';
import { regainFlag } from './service/regained/regain-flag.ts';
import { regainDeleted, regainRestored, regainSuspended, regainWithdrawn } from './service/regained/regain-step.ts';
import { skipReferences } from './store/regained.ts';

/** What takes away is taken from a suspended member too: its alerts must not outlive its own word. */
const TAKES_AWAY = { whileSuspended: true };

/** Alerts of other states, as their nodes send them. */
export function receiveAlerts({ receive }: Pick<Exchange, 'receive'>, parts: AlertParts): void {
  const attachments = {
    ...PHOTOGRAPHS,
    keeps: false,
    arrived: (tx: Tx, file: ArrivedFile) => takePhotograph(parts, tx, file),
  };
  receive('alerts.circulated', CirculatedAlert, (tx, envelope) => takeCirculated(parts, tx, envelope), {
    attachments,
    about: ({ reference }) => reference,
    applyRun: (tx, envelopes) => takeCirculatedRun(parts, tx, envelopes),
  });
  receive('alerts.withdrawn', WithdrawnAlert, (tx, envelope) => takeWithdrawn(parts, tx, envelope), TAKES_AWAY);
  receive('alerts.suspended', NamedAlert, (tx, envelope) => takeSuspended(parts, tx, envelope), TAKES_AWAY);
  receive('alerts.restored', NamedAlert, (tx, envelope) => takeRestored(parts, tx, envelope));
  receive('alerts.deleted', NamedAlert, (tx, envelope) => takeDeleted(parts, tx, envelope), TAKES_AWAY);
  receive('alerts.flagged', FlaggedAlert, (tx, envelope) => takeFlagged(parts, tx, envelope));
  receive('alerts.unflagged', UnflaggedAlert, (tx, envelope) => takeUnflagged(parts, tx, envelope));
}

/** References that may have been given and forgotten: no state gives so many in the time between two backups. */
const REFERENCES_SKIPPED = 10_000;

/** Alerts of this state's own that a restore has lost, learnt back from those who hold them. */
export function regainAlerts({ regain, onRestored }: Pick<Exchange, 'regain' | 'onRestored'>, parts: AlertParts): void {
  onRestored((tx) => skipReferences(tx, parts.clock.now().getUTCFullYear(), REFERENCES_SKIPPED));
  regain('alerts.circulated', CirculatedAlert, 'learnt', (tx, regained) => regainCirculated(parts, tx, regained));
  regain('alerts.withdrawn', WithdrawnAlert, 'learnt', (tx, regained) => regainWithdrawn(parts, tx, regained));
  regain('alerts.suspended', NamedAlert, 'learnt', (tx, regained) => regainSuspended(parts, tx, regained));
  regain('alerts.restored', NamedAlert, 'learnt', (tx, regained) => regainRestored(parts, tx, regained));
  regain('alerts.deleted', NamedAlert, 'learnt', (tx, regained) => regainDeleted(parts, tx, regained));
  // The owner's alert has to be here again before what was said of it can be.
  regain('alerts.flagged', FlaggedAlert, 'caught-up', (tx, regained) => regainFlag(parts, tx, regained));
  regain('alerts.unflagged', UnflaggedAlert, 'caught-up', (tx, regained) => regainFlag(parts, tx, regained));
}
