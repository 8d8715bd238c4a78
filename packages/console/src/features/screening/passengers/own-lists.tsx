import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { passengerListsQuery } from '../../../api/screening/passenger-lists.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { Table } from '../../../ui/table.tsx';
import style from './passengers.module.css';
import { STATES } from './words.ts';

const NUMBERS = [
  ['persons', 'passengers.persons'],
  ['hits', 'passengers.hits'],
] as const;

/** Lists that run, and reports that nobody has closed yet. */
export function OwnLists() {
  const intl = useIntl();
  const lists = useQuery(passengerListsQuery);
  const title = intl.formatMessage({ id: 'passengers.own' });
  return (
    <Panel flush title={title} aside={<FormattedMessage id="passengers.own.lead" />}>
      <Part query={lists} lines={2}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={<FormattedMessage id="passengers.own.none" />}>
              <FormattedMessage id="passengers.own.none.words" />
            </Empty>
          ) : (
            <Table
              caption={title}
              head={
                <>
                  <th scope="col">
                    <FormattedMessage id="passengers.name" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="passengers.state" />
                  </th>
                  {NUMBERS.map(([key, id]) => (
                    <th key={key} scope="col" data-number>
                      <FormattedMessage id={id} />
                    </th>
                  ))}
                  <th scope="col">
                    <FormattedMessage id="passengers.taken" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="passengers.erased-at" />
                  </th>
                </>
              }
            >
              {all.map((list) => (
                <tr key={list.id}>
                  <td>
                    <Link to="/passenger-lists/$id" params={{ id: list.id }} className={style.list}>
                      <bdi>{list.name || intl.formatMessage({ id: 'passengers.nameless' })}</bdi>
                    </Link>
                  </td>
                  <td>
                    <Mark kind={STATES[list.state]} />
                  </td>
                  {NUMBERS.map(([key]) => (
                    <td key={key} data-number>
                      <FormattedNumber value={list[key]} />
                    </td>
                  ))}
                  <td className={style.nowrap}>
                    <Moment at={list.takenAt} />
                  </td>
                  <td className={style.nowrap}>{list.erasedAt === null ? '—' : <Moment at={list.erasedAt} />}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Part>
    </Panel>
  );
}
