import type { PassengerListView } from '@entente/contracts/screening/passenger-list';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import {
  cancelPassengerList,
  closePassengerList,
  passengerListQuery,
  passengerListsQuery,
} from '../../../api/screening/passenger-lists.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Progress } from '../../../ui/progress.tsx';
import style from './passengers.module.css';
import { STATES } from './words.ts';

const COUNTS = [
  ['hits', 'passengers.hits', true],
  ['noHits', 'passengers.no-hits', false],
  ['unchecked', 'passengers.unchecked', true],
] as const;

interface ListOverviewProps {
  view: PassengerListView;
  /** The reference mark. */
  mark: ReactNode;
}

/** How far a list is and what came of it in figures; a way to stop it, and to close and erase it. */
export function ListOverview({ view, mark }: ListOverviewProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'cancel' | 'close' | null>(null);
  const running = view.state === 'running';
  const counts = { hits: view.hits, noHits: view.noHits, unchecked: view.unread + view.notReached };

  async function cancel() {
    client.setQueryData(passengerListQuery(view.id).queryKey, await cancelPassengerList(view.id));
  }
  async function close() {
    await closePassengerList(view.id);
    client.removeQueries({ queryKey: passengerListQuery(view.id).queryKey });
    await client.invalidateQueries({ queryKey: passengerListsQuery.queryKey, exact: true });
    await navigate({ to: '/passenger-lists' });
  }

  return (
    <Panel
      title={<Mark kind={STATES[view.state]} />}
      aside={
        <>
          {mark}
          <Button weight="grave" onClick={() => setAsking(running ? 'cancel' : 'close')}>
            <FormattedMessage id={running ? 'passengers.cancel' : 'passengers.close'} />
          </Button>
        </>
      }
    >
      <div className={style.overview}>
        {running && (
          <div className={style.progress}>
            <Progress
              share={view.persons > 0 ? view.checked / view.persons : 0}
              label={intl.formatMessage({ id: 'passengers.progress' })}
            />
            <p className={style.under} role="status">
              <FormattedMessage id="passengers.checked-of" values={{ checked: view.checked, count: view.persons }} />
            </p>
          </div>
        )}
        {view.state === 'stopped' && (
          <Note tone="warning">
            <FormattedMessage id="passengers.stopped" />
          </Note>
        )}
        <dl className={style.counts}>
          {COUNTS.map(([key, id, grave]) => (
            <div key={key} className={style.count} data-grave={(grave && counts[key] > 0) || undefined}>
              <dt>
                <FormattedMessage id={id} />
              </dt>
              <dd>
                <FormattedNumber value={counts[key]} />
              </dd>
            </div>
          ))}
        </dl>
        <p className={style.under}>
          {view.erasedAt === null ? (
            <FormattedMessage id="passengers.kept.running" />
          ) : (
            <FormattedMessage id="passengers.kept" values={{ at: <Moment at={view.erasedAt} /> }} />
          )}
        </p>
      </div>
      {asking === 'cancel' && (
        <Confirmation
          title={intl.formatMessage({ id: 'passengers.cancel.title' })}
          consequence={<FormattedMessage id="passengers.cancel.consequence" />}
          verb={intl.formatMessage({ id: 'passengers.cancel' })}
          keep={intl.formatMessage({ id: 'passengers.cancel.keep' })}
          act={cancel}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'close' && (
        <Confirmation
          title={intl.formatMessage({ id: 'passengers.close.title' })}
          consequence={<FormattedMessage id="passengers.close.consequence" />}
          verb={intl.formatMessage({ id: 'passengers.close' })}
          act={close}
          onClose={() => setAsking(null)}
        />
      )}
    </Panel>
  );
}
