import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import style from './import.module.css';
import { ImportForm } from './import-form.tsx';
import { ImportHistory } from './import-history.tsx';

const route = getRouteApi('/lists/import');

/** Import of a list: the files in, and what was imported before. */
export function ImportListPage() {
  const intl = useIntl();
  const { list, confirm } = route.useSearch();
  return (
    <Page title={intl.formatMessage({ id: 'import.title' })} lead={<FormattedMessage id="import.lead" />}>
      <div className={style.columns}>
        <Panel title={<FormattedMessage id="import.files.title" />}>
          <ImportForm list={list} confirmRemovals={confirm} />
        </Panel>
        <ImportHistory />
      </div>
    </Page>
  );
}
