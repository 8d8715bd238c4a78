import type { CheckAnswer } from '@entente/contracts/screening';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { lastChecksQuery } from '../../api/screening.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { Table } from '../../ui/table.tsx';
import style from './last-checks.module.css';

/** The officer's own checks of this shift, masked and folded away; gone when the shift ends. */
export function LastChecks({ answer }: { answer: CheckAnswer | null }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <section className={style.last}>
      <div>
        <Button weight="quiet" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
          <FormattedMessage id={open ? 'last.close' : 'last.open'} />
        </Button>
      </div>
      <div id={list}>{open && <OpenLastChecks latest={answer?.id} />}</div>
    </section>
  );
}

function OpenLastChecks({ latest }: { latest: string | undefined }) {
  const intl = useIntl();
  const checks = useQuery(lastChecksQuery);
  const { refetch } = checks;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is one more line
  useEffect(() => void refetch(), [latest, refetch]);
  const title = intl.formatMessage({ id: 'last.title' });
  return (
    <Panel flush title={title} aside={<FormattedMessage id="last.own" />}>
      <Part query={checks} lines={2}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={<FormattedMessage id="last.none" />} />
          ) : (
            <Table
              caption={title}
              head={
                <>
                  <th scope="col">
                    <FormattedMessage id="last.at" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="last.traveller" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="last.outcome" />
                  </th>
                </>
              }
            >
              {list.map(({ check, at, traveller, outcome }) => (
                <tr key={check}>
                  <td>
                    <Moment at={at} seconds />
                  </td>
                  <td>
                    <bdi>{traveller}</bdi>
                  </td>
                  <td>
                    <Mark kind={outcome} />
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
