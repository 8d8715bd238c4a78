import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { placesFor } from '../places.ts';
import style from './rail.module.css';

/** The rooms this officer may enter; nothing else is shown. */
export function Rail({ actions }: { actions: string[] }) {
  const intl = useIntl();
  return (
    <nav className={style.rail} aria-label={intl.formatMessage({ id: 'shell.rail' })}>
      <ul className={style.list}>
        {placesFor(actions).map(({ path, label, icon: Icon }) => (
          <li key={path}>
            <Link to={path} className={style.place} activeOptions={{ includeSearch: false }}>
              <Icon size={22} stroke={1.6} aria-hidden />
              <FormattedMessage id={label} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
