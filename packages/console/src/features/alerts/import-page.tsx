import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { listsQuery } from '../../api/alerts.ts';
import { Page } from '../../ui/page.tsx';
import { Part } from '../../ui/part.tsx';
import { useTranslated } from '../../ui/translated.ts';
import { ImportChanges } from './import-changes.tsx';
import { ImportOverview } from './import-overview.tsx';
import { ImportProblems } from './import-problems.tsx';
import { isRunning, useImport } from './running-import.ts';

const route = getRouteApi('/lists/imports/$id');

/** One import: live while it runs, a report when it has ended. */
export function ImportPage() {
  const intl = useIntl();
  const translated = useTranslated();
  const { id } = route.useParams();
  const followed = useImport(id);
  const { data: lists } = useQuery(listsQuery);
  const list = lists?.find((one) => one.id === followed.data?.list);
  return (
    <Page
      title={
        list
          ? intl.formatMessage({ id: 'import.of' }, { list: translated(list.names) })
          : intl.formatMessage({ id: 'import.one' })
      }
      actions={
        <Link to="/lists/import">
          <FormattedMessage id="import.all" />
        </Link>
      }
    >
      <Part query={followed}>
        {(view) => (
          <>
            <ImportOverview view={view} />
            {!isRunning(view) && <ImportProblems id={id} />}
            {view.state === 'done' && <ImportChanges id={id} list={view.list} counts={view.counts} />}
          </>
        )}
      </Part>
    </Page>
  );
}
