import { IconMoon, IconSun } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useStore } from '../../api/store.ts';
import { paint, scheme } from '../appearance.ts';
import style from './header.module.css';

export function SchemeButton() {
  const intl = useIntl();
  const dark = useStore(scheme) === 'dark';
  const label = intl.formatMessage({ id: dark ? 'shell.scheme.light' : 'shell.scheme.dark' });
  return (
    <button
      type="button"
      className={style.tool}
      aria-label={label}
      title={label}
      onClick={() => paint(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
    </button>
  );
}
