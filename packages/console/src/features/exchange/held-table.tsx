import type { DeadLetter } from '@entente/contracts/exchange';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { deadLettersQuery, releaseLetter } from '../../api/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { Confirmation } from '../../ui/confirmation.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table } from '../../ui/table.tsx';
import style from './nodes.module.css';

/** Envelopes another node refused, or that expired before they went; an operator may send each again, as a new one. */
export function HeldTable({
  letters,
  more,
  mayRelease,
}: {
  letters: DeadLetter[];
  more: boolean;
  mayRelease: boolean;
}) {
  const intl = useIntl();
  const client = useQueryClient();
  const [releasing, setReleasing] = useState<DeadLetter | null>(null);
  const title = intl.formatMessage({ id: 'held.title' });

  async function release(letter: DeadLetter) {
    await releaseLetter(letter.id);
    await client.invalidateQueries({ queryKey: deadLettersQuery.queryKey });
  }

  return (
    <Panel flush title={title} aside={more && <FormattedMessage id="held.more" />}>
      <Table
        caption={title}
        head={
          <>
            <th scope="col">
              <FormattedMessage id="held.at" />
            </th>
            <th scope="col">
              <FormattedMessage id="held.to" />
            </th>
            <th scope="col">
              <FormattedMessage id="held.type" />
            </th>
            <th scope="col">
              <FormattedMessage id="held.why" />
            </th>
            {mayRelease && (
              <th scope="col">
                <Hidden>
                  <FormattedMessage id="held.release" />
                </Hidden>
              </th>
            )}
          </>
        }
      >
        {letters.map((letter) => (
          <tr key={letter.id}>
            <td>
              <Moment at={letter.at} />
            </td>
            <td>
              <code>{letter.to}</code> <span className={style.count}>№ {letter.seq}</span>
            </td>
            <td>
              <code>{letter.type}</code>
            </td>
            <td>
              <bdi>{letter.detail}</bdi> <code>{letter.code}</code>
            </td>
            {mayRelease && (
              <td>
                <Button weight="quiet" onClick={() => setReleasing(letter)}>
                  <FormattedMessage id="held.release" />
                </Button>
              </td>
            )}
          </tr>
        ))}
      </Table>
      {releasing && (
        <Confirmation
          title={intl.formatMessage({ id: 'held.release.title' }, { node: releasing.to })}
          consequence={<FormattedMessage id="held.release.consequence" />}
          verb={intl.formatMessage({ id: 'held.release' })}
          grave={false}
          act={() => release(releasing)}
          onClose={() => setReleasing(null)}
        />
      )}
    </Panel>
  );
}
