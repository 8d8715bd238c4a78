import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from './note.tsx';
import { Page } from './page.tsx';

/** Stands for a page that the policies do not open to this officer: said once, whatever the page would have held. */
export function ClosedPage() {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'gate.closed' })}>
      <Note tone="warning">
        <FormattedMessage id="gate.closed.detail" />
      </Note>
    </Page>
  );
}
