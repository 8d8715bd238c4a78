import type { ListView } from '@entente/contracts/alerts';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { listsQuery } from '../../api/alerts.ts';
import { Button } from '../../ui/button.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { Table } from '../../ui/table.tsx';
import { useTranslated } from '../../ui/translated.ts';
import { BasisDialog } from './basis-dialog.tsx';
import { BasisWithdrawal } from './basis-withdrawal.tsx';
import { ListRow } from './list-row.tsx';

/** Which lists the node keeps, which of them answer at the desk, and under which law of this state. */
export function ListsPage() {
  const intl = useIntl();
  const translated = useTranslated();
  const navigate = useNavigate();
  const lists = useQuery(listsQuery);
  const mayImport = useMay('alerts.import-list');
  const mayState = useMay('alerts.state-basis');
  const mayRead = useMay('alerts.read-entry');
  const [stating, setStating] = useState<ListView | null>(null);
  const [withdrawing, setWithdrawing] = useState<ListView | null>(null);
  const title = intl.formatMessage({ id: 'lists.title' });
  /** Those that answer at the desk first, then by name. */
  const ordered = (all: ListView[]) =>
    all.toSorted(
      (left, right) =>
        Number(right.basis !== null) - Number(left.basis !== null) ||
        translated(left.names).localeCompare(translated(right.names), intl.locale),
    );
  return (
    <Page
      title={title}
      lead={<FormattedMessage id="lists.lead" />}
      actions={
        <>
          {mayRead && (
            <Button onClick={() => void navigate({ to: '/lists/entries' })}>
              <FormattedMessage id="entries.title" />
            </Button>
          )}
          {mayImport && (
            <Button
              weight="main"
              icon={<IconUpload aria-hidden />}
              onClick={() => void navigate({ to: '/lists/import' })}
            >
              <FormattedMessage id="lists.import" />
            </Button>
          )}
        </>
      }
    >
      <Panel flush>
        <Part query={lists} lines={8}>
          {(all) => (
            <Table caption={title} head={<ListsHead />}>
              {ordered(all).map((list) => (
                <ListRow
                  key={list.id}
                  list={list}
                  mayState={mayState}
                  onState={() => setStating(list)}
                  onWithdraw={() => setWithdrawing(list)}
                />
              ))}
            </Table>
          )}
        </Part>
      </Panel>
      {stating && <BasisDialog list={stating} onClose={() => setStating(null)} />}
      {withdrawing && <BasisWithdrawal list={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  );
}

function ListsHead() {
  return (
    <>
      <th scope="col">
        <FormattedMessage id="lists.list" />
      </th>
      <th scope="col">
        <FormattedMessage id="lists.desk" />
      </th>
      <th scope="col" data-number>
        <FormattedMessage id="lists.persons" />
      </th>
      <th scope="col" data-number>
        <FormattedMessage id="lists.organisations" />
      </th>
      <th scope="col" data-number>
        <FormattedMessage id="lists.vessels" />
      </th>
      <th scope="col" data-number>
        <FormattedMessage id="lists.aircraft" />
      </th>
      <th scope="col">
        <FormattedMessage id="lists.last-import" />
      </th>
      <th scope="col">
        <Hidden>
          <FormattedMessage id="ui.actions" />
        </Hidden>
      </th>
    </>
  );
}
