import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../../api/access.ts';
import { handoversQuery } from '../../../api/screening/shift.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { HandoverCard } from './handover-card.tsx';
import { HandoverForm } from './handover-form.tsx';
import { OpenNow } from './open-now.tsx';
import style from './shift-page.module.css';

/** The shift: what is open now, handed over by the one who leaves, taken over by the one who comes; both sign. */
export function ShiftPage() {
  const intl = useIntl();
  const { officer } = useSession();
  const handovers = useQuery(handoversQuery);
  const all = handovers.data?.handovers ?? [];
  const waiting = all.filter(({ to }) => to === null);
  const signed = all.filter(({ to }) => to !== null);
  return (
    <Page title={intl.formatMessage({ id: 'shift.title' })} lead={<FormattedMessage id="shift.lead" />}>
      {waiting.map((handover) => (
        <HandoverCard key={handover.id} handover={handover} mine={handover.from.id === officer?.id} />
      ))}
      <div className={style.columns}>
        <OpenNow />
        <HandoverForm />
      </div>
      <Panel flush title={<FormattedMessage id="shift.history" />}>
        <Part query={handovers} lines={4}>
          {() =>
            signed.length === 0 ? (
              <Empty title={<FormattedMessage id="shift.history.none" />}>
                <FormattedMessage id="shift.history.none.next" />
              </Empty>
            ) : (
              <ul className={style.history}>
                {signed.map((handover) => (
                  <li key={handover.id}>
                    <HandoverCard handover={handover} mine={false} plain />
                  </li>
                ))}
              </ul>
            )
          }
        </Part>
      </Panel>
    </Page>
  );
}
