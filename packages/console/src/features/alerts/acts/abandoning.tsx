import type { AlertView } from '@entente/contracts/alerts/alert';
import { useQueryClient } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { abandonDraft, keepAlert } from '../../../api/alerts/alert.ts';
import { Confirmation } from '../../../ui/confirmation.tsx';

interface AbandoningProps {
  alert: AlertView;
  onClose: () => void;
  onAbandoned: () => void;
}

/** Gives up what is being written; an alert in force stays as it is. */
export function Abandoning({ alert, onClose, onAbandoned }: AbandoningProps) {
  const intl = useIntl();
  const client = useQueryClient();
  return (
    <Confirmation
      title={intl.formatMessage({ id: 'abandon.title' }, { reference: alert.reference })}
      consequence={<FormattedMessage id={alert.current ? 'abandon.consequence.version' : 'abandon.consequence'} />}
      verb={intl.formatMessage({ id: 'alert.act.abandon' })}
      keep={intl.formatMessage({ id: 'abandon.keep' })}
      act={async () => {
        keepAlert(client, await abandonDraft(alert.id, alert.revision));
        onAbandoned();
      }}
      onClose={onClose}
    />
  );
}
