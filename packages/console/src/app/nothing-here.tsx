import { FormattedMessage, useIntl } from 'react-intl';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';

/** An address that leads nowhere, or an officer without a room. */
export function NothingHere() {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'nothing.title' })}>
      <Panel flush>
        <Empty title={<FormattedMessage id="nothing.lead" />}>
          <FormattedMessage id="nothing.detail" />
        </Empty>
      </Panel>
    </Page>
  );
}
