import { Link, useLocation } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { knownClocks } from '../../../api/screening/known-clocks.ts';
import { useStore } from '../../../api/store.ts';
import { Hidden } from '../../../ui/hidden.tsx';
import { useNow } from '../../../ui/now.ts';
import { clocksInNeed } from './clock.ts';
import { ClockMark } from './clock-mark.tsx';
import style from './clock-watch.module.css';

const OFTEN_MS = 5_000;
/** More than these would cover the page; the list of cases shows all. */
const MOST = 3;
/** These show every clock themselves. */
const SHOW_ALL = ['/second-line', '/shift'];

/** On whatever page an officer is: clocks that warn or are over, the most pressing first, each a link to its case. */
export function ClockWatch() {
  const now = useNow(OFTEN_MS);
  const page = useLocation({ select: ({ pathname }) => pathname });
  const known = useStore(knownClocks).filter(({ id }) => !SHOW_ALL.includes(page) && !page.includes(id));
  const pressing = clocksInNeed(known, now);
  return (
    <div className={style.watch}>
      {/* Read out once when a clock begins to press, not with every second. */}
      <span role="status">
        <Hidden>
          {pressing.length > 0 && <FormattedMessage id="clock.pressing" values={{ count: pressing.length }} />}
        </Hidden>
      </span>
      {pressing.slice(0, MOST).map(({ id, traveller, clock }) => (
        <Link key={id} to="/second-line/$id" params={{ id }} className={style.one}>
          <bdi>{traveller}</bdi>
          <ClockMark clock={clock} />
        </Link>
      ))}
      {pressing.length > MOST && (
        <Link to="/second-line" className={style.one}>
          <FormattedMessage id="clock.more" values={{ count: pressing.length - MOST }} />
        </Link>
      )}
    </div>
  );
}
