import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../../../ui/page.tsx';
import { NewList } from './new-list.tsx';
import { OwnLists } from './own-lists.tsx';

/** Passenger lists: a new one handed over, and the officer's own that stand. */
export function PassengerListsPage() {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'passengers.title' })} lead={<FormattedMessage id="passengers.lead" />}>
      <NewList />
      <OwnLists />
    </Page>
  );
}
