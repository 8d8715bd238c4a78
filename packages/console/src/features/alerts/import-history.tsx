import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { importsQuery, listsQuery } from '../../api/alerts.ts';
import { Empty } from '../../ui/empty.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { Table } from '../../ui/table.tsx';
import { useTranslated } from '../../ui/translated.ts';
import style from './import.module.css';

const EVERY_MS = 3_000;

/** Imports before, newest first; one that is running tells so by itself. */
export function ImportHistory() {
  const intl = useIntl();
  const translated = useTranslated();
  const lists = useQuery(listsQuery);
  const imports = useQuery({
    ...importsQuery,
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.state === 'reading' || one.state === 'applying') ? EVERY_MS : false,
  });
  const title = intl.formatMessage({ id: 'imports.title' });
  return (
    <Panel title={title} flush>
      <Part query={lists}>
        {(named) => (
          <Part query={imports}>
            {(all) =>
              all.length === 0 ? (
                <Empty title={<FormattedMessage id="imports.none" />}>
                  <FormattedMessage id="imports.none.next" />
                </Empty>
              ) : (
                <Table
                  caption={title}
                  head={
                    <>
                      <th scope="col">
                        <FormattedMessage id="imports.started" />
                      </th>
                      <th scope="col">
                        <FormattedMessage id="lists.list" />
                      </th>
                      <th scope="col">
                        <FormattedMessage id="imports.state" />
                      </th>
                      <th scope="col" data-number>
                        <FormattedMessage id="mark.added" />
                      </th>
                      <th scope="col" data-number>
                        <FormattedMessage id="mark.changed" />
                      </th>
                      <th scope="col" data-number>
                        <FormattedMessage id="mark.removed" />
                      </th>
                    </>
                  }
                >
                  {all.map((one) => {
                    const list = named.find(({ id }) => id === one.list);
                    return (
                      <tr key={one.id} className={style.history}>
                        <td>
                          <Link to="/lists/imports/$id" params={{ id: one.id }}>
                            <Moment at={one.startedAt} />
                          </Link>
                        </td>
                        <td>
                          {list ? translated(list.names) : one.list}
                          <span className={style.by}>{one.by}</span>
                        </td>
                        <td>
                          <Mark kind={one.state} />
                        </td>
                        {[one.counts.added, one.counts.changed, one.counts.removed].map((count, place) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: the three counts have fixed places
                          <td key={place} data-number>
                            <FormattedNumber value={count} />
                          </td>
                        ))}
                      </tr>
                    );
                  })}
                </Table>
              )
            }
          </Part>
        )}
      </Part>
    </Panel>
  );
}
