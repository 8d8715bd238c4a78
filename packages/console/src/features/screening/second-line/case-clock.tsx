import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { changeClock, keepCase } from '../../../api/screening/second-line.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { useNow } from '../../../ui/now.ts';
import { Panel } from '../../../ui/panel.tsx';
import style from './clock.module.css';
import { readClock, shareGone } from './clock.ts';
import { ClockMark } from './clock-mark.tsx';
import { takeUpNewer } from './conflict.ts';

/** How long the traveller is held already and may be held at most; starts and stops the clock. */
export function CaseClock({ view }: { view: SecondLineView }) {
  const intl = useIntl();
  const client = useQueryClient();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const { clock, closedAt } = view;
  const held = clock !== null && clock.stoppedAt === null;

  async function change() {
    try {
      keepCase(client, await changeClock(view.id, { revision: view.revision, held: !held }));
    } catch (error) {
      await takeUpNewer(client, view.id, error);
      throw error;
    }
  }

  return (
    <Panel title={<FormattedMessage id="clock.title" />}>
      <div className={style.panel}>
        <ClockMark clock={clock} large />
        {clock && (
          <>
            <span className={style.bar} aria-hidden>
              <Gone share={shareGone(clock, now)} state={readClock(clock, now).state} />
            </span>
            <p>
              <FormattedMessage
                id="clock.since"
                values={{ since: <Moment at={clock.since} />, limit: <Moment at={clock.limitAt} /> }}
              />
            </p>
          </>
        )}
        {closedAt === null && (
          <Button onClick={() => setAsking(true)}>
            <FormattedMessage id={held ? 'clock.stop' : 'clock.start'} />
          </Button>
        )}
      </div>
      {asking && (
        <Confirmation
          title={intl.formatMessage({ id: held ? 'clock.stop.title' : 'clock.start.title' })}
          consequence={intl.formatMessage({
            id: held ? 'clock.stop.consequence' : clock ? 'clock.again.consequence' : 'clock.start.consequence',
          })}
          verb={intl.formatMessage({ id: held ? 'clock.stop' : 'clock.start' })}
          grave={false}
          act={change}
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}

/** An SVG, because the content-security policy lets no element carry a style of its own. */
function Gone({ share, state }: { share: number; state: string }) {
  return (
    <svg width="100%" height="6" className={style.fill} data-state={state} aria-hidden="true">
      <rect width={`${Math.round(share * 1000) / 10}%`} height="6" />
    </svg>
  );
}
