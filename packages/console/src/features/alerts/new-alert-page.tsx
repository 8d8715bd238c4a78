import type { Catalogue } from '@entente/contracts/alerts/catalogue';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { catalogueQuery } from '../../api/alerts/catalogue.ts';
import { Page } from '../../ui/page.tsx';
import { Part } from '../../ui/part.tsx';
import { CategoryForm } from './issue/category-form.tsx';

/** The first question of a new alert: what it is for. */
export function NewAlertPage() {
  const intl = useIntl();
  const catalogue = useQuery(catalogueQuery);
  return (
    <Page title={intl.formatMessage({ id: 'issue.new' })} lead={<FormattedMessage id="issue.new.lead" />}>
      <Part query={catalogue} lines={12}>
        {(found: Catalogue) => <CategoryForm catalogue={found} />}
      </Part>
    </Page>
  );
}
