import type { UnreadRow } from '@entente/contracts/screening/passenger-list';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Pager } from '../../../ui/pager.tsx';
import { Table } from '../../../ui/table.tsx';
import { pageOf } from './page-of.ts';
import style from './passengers.module.css';
import { UNREAD } from './words.ts';

const PER_PAGE = 20;

interface UnreadTableProps {
  unread: UnreadRow[];
  /** Lines of those who were not reached. */
  notReached: number[];
}

/** Whoever was not checked: the line and why. */
export function UnreadTable({ unread, notReached }: UnreadTableProps) {
  const intl = useIntl();
  const [page, setPage] = useState(1);
  const rows = [...unread, ...notReached.map((line) => ({ line, code: undefined, text: undefined }))];
  const caption = intl.formatMessage({ id: 'passengers.unread' }, { count: rows.length });
  const shown = pageOf(rows, page, PER_PAGE);
  return (
    <section className={style.part}>
      <h3>{caption}</h3>
      <Table
        caption={caption}
        head={
          <>
            <th scope="col" data-number>
              <FormattedMessage id="passengers.line" />
            </th>
            <th scope="col">
              <FormattedMessage id="passengers.unread.why" />
            </th>
          </>
        }
      >
        {shown.rows.map(({ line, code, text }) => (
          <tr key={`${line} ${code}`}>
            <td data-number className={style.narrow}>
              {line}
            </td>
            <td>
              <FormattedMessage
                id={code === undefined ? 'passengers.unread.not-reached' : UNREAD[code]}
                values={{ text: <bdi>{text}</bdi> }}
              />
            </td>
          </tr>
        ))}
      </Table>
      {rows.length > PER_PAGE && (
        <Pager
          page={shown.page}
          perPage={PER_PAGE}
          total={rows.length}
          next={shown.next}
          onFirst={() => setPage(1)}
          onNext={() => setPage(shown.page + 1)}
        />
      )}
    </section>
  );
}
