import type { ListId } from '@entente/contracts/alerts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { proposedQuery } from '../../../api/alerts/corrections.ts';
import { listsQuery } from '../../../api/alerts.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ChoiceField, TextField } from '../../../ui/field.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Name } from '../../../ui/name.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { Table } from '../../../ui/table.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { KINDS } from './correction-words.ts';
import style from './entry.module.css';

const HEADS = ['correction.kind', 'correction.value', 'changes.ref', 'correction.by'] as const;

/** The way to an entry by its reference, and corrections that await a second officer. */
export function EntriesPage() {
  const intl = useIntl();
  return (
    <Page
      title={intl.formatMessage({ id: 'entries.title' })}
      lead={<FormattedMessage id="entries.lead" />}
      actions={
        <Link to="/lists">
          <FormattedMessage id="entry.all" />
        </Link>
      }
    >
      <Panel title={<FormattedMessage id="entries.find" />}>
        <EntryFinder />
      </Panel>
      <Awaiting />
    </Page>
  );
}

function Awaiting() {
  const intl = useIntl();
  const proposed = useQuery(proposedQuery);
  const title = intl.formatMessage({ id: 'entries.awaiting' });
  return (
    <Panel flush title={title}>
      <Part query={proposed} lines={2}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={<FormattedMessage id="entries.none" />}>
              <FormattedMessage id="entries.none.words" />
            </Empty>
          ) : (
            <Table
              caption={title}
              head={HEADS.map((id) => (
                <th key={id} scope="col">
                  <FormattedMessage id={id} />
                </th>
              ))}
            >
              {all.map(({ id, list, ref, kind, value, proposed: by }) => (
                <tr key={id}>
                  <td>
                    <FormattedMessage id={KINDS[kind]} />
                  </td>
                  <td>
                    <Name name={value} />
                  </td>
                  <td>
                    <Link to="/lists/$list/entries/$ref" params={{ list, ref }}>
                      <code>
                        {list} {ref}
                      </code>
                    </Link>
                  </td>
                  <td>
                    {by.name} · <Moment at={by.at} />
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Part>
    </Panel>
  );
}

function EntryFinder() {
  const intl = useIntl();
  const translated = useTranslated();
  const navigate = useNavigate();
  const { data: lists = [] } = useQuery(listsQuery);
  const [list, setList] = useState<ListId>('un-sc');
  const [ref, setRef] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ref.trim() !== '') void navigate({ to: '/lists/$list/entries/$ref', params: { list, ref: ref.trim() } });
  }

  return (
    <form className={style.finder} onSubmit={submit}>
      <ChoiceField
        label={intl.formatMessage({ id: 'import.list' })}
        value={list}
        data={lists.map(({ id, names }) => ({ value: id, label: translated(names) }))}
        onChange={(event) => setList(event.currentTarget.value as ListId)}
      />
      <TextField
        label={intl.formatMessage({ id: 'entries.ref' })}
        value={ref}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setRef(event.currentTarget.value)}
      />
      <Button type="submit">
        <FormattedMessage id="entries.open" />
      </Button>
    </form>
  );
}
