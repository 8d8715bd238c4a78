import { useIntl } from 'react-intl';
import { Moment } from '../../ui/moment.tsx';
import style from './guide.module.css';

/** When a step was done: the time of day, and the day too where it was not today. */
export function DoneAt({ at }: { at: string }) {
  const intl = useIntl();
  const today = intl.formatDate(at) === intl.formatDate(Date.now());
  return (
    <span className={style.at}>
      {today ? (
        <time dateTime={at} title={at}>
          {intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
        </time>
      ) : (
        <Moment at={at} />
      )}
    </span>
  );
}
