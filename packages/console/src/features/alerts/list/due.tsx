import { FormattedMessage, useIntl } from 'react-intl';
import { nodeNow } from '../../../api/node-clock.ts';
import { dayInWords } from '../../../ui/day.ts';
import { Shape } from '../../../ui/mark.tsx';
import { daysLeft, lastDayBefore } from '../issue/days.ts';
import style from './due.module.css';

/** From so many days before, a date is near. */
const NEAR_DAYS = 30;

/** The last day before something falls due: marked and counted in days once it is near or past. */
export function Due({ at, live = true }: { at: string | null; live?: boolean }) {
  const intl = useIntl();
  if (at === null) return <span className={style.none}>—</span>;
  const days = daysLeft(at, new Date(nodeNow()));
  const near = live && days <= NEAR_DAYS;
  return (
    <span className={style.due} data-near={near || undefined}>
      <time dateTime={at} title={at}>
        {dayInWords(intl, lastDayBefore(at))}
      </time>
      {near && (
        <span className={style.left}>
          <Shape kind="possible" size={10} />
          {days === 0 ? (
            <FormattedMessage id="alerts.due.today" />
          ) : (
            <FormattedMessage id={days > 0 ? 'alerts.due.in' : 'alerts.due.past'} values={{ days: Math.abs(days) }} />
          )}
        </span>
      )}
    </span>
  );
}
