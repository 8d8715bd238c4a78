import { IconAlertTriangle, IconInfoCircle, IconOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import style from './note.module.css';

interface NoteProps {
  tone?: 'plain' | 'warning' | 'grave';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out as soon as it appears. */
  alert?: boolean;
}

/** Something the reader should know before going on. */
export function Note({ tone = 'plain', title, children, actions, alert = false }: NoteProps) {
  const Icon = tone === 'grave' ? IconOctagon : tone === 'warning' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={style.note} data-tone={tone} role={alert ? 'alert' : undefined}>
      <Icon size={18} aria-hidden className={style.icon} />
      <div className={style.words}>
        {title && <p className={style.title}>{title}</p>}
        {children}
        {actions && <div className={style.actions}>{actions}</div>}
      </div>
    </div>
  );
}
