import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { casesQuery } from '../../../api/screening/second-line.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { ClockMark } from '../second-line/clock-mark.tsx';
import style from './shift-page.module.css';

/** Cases open at this moment, with their clocks: what a shift hands over without anybody typing it. */
export function OpenNow() {
  const cases = useQuery(casesQuery(true));
  return (
    <Panel flush title={<FormattedMessage id="shift.open" />} aside={<FormattedMessage id="shift.open.aside" />}>
      <Part query={cases} lines={3}>
        {(found) =>
          found.cases.length === 0 ? (
            <Empty title={<FormattedMessage id="shift.open.none" />} />
          ) : (
            <ul className={style.open}>
              {found.cases.map((one) => (
                <li key={one.id}>
                  <Link to="/second-line/$id" params={{ id: one.id }}>
                    <bdi>{one.traveller}</bdi>
                  </Link>
                  <ClockMark clock={one.clock} />
                </li>
              ))}
            </ul>
          )
        }
      </Part>
    </Panel>
  );
}
