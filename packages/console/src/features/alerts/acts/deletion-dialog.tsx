import type { AlertView } from '@entente/contracts/alerts/alert';
import { FormattedMessage, useIntl } from 'react-intl';
import { deleteAlert } from '../../../api/alerts/alert.ts';
import { ReasonedDialog } from './reasoned-dialog.tsx';

/** Erases an alert that has ended, here and at every holder. */
export function DeletionDialog({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const intl = useIntl();
  return (
    <ReasonedDialog
      grave
      title={intl.formatMessage({ id: 'delete.title' }, { reference: alert.reference })}
      consequence={<FormattedMessage id="delete.consequence" />}
      act={<FormattedMessage id="alert.act.delete" />}
      step={(reasons) => deleteAlert(alert.id, { revision: alert.revision, reasons })}
      onClose={onClose}
    />
  );
}
