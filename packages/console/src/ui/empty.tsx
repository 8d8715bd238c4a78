import type { ReactNode } from 'react';
import style from './empty.module.css';

/** An empty list says why it is empty and what the next step is. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={style.empty}>
      <p className={style.title}>{title}</p>
      {children && <p className={style.words}>{children}</p>}
      {action}
    </div>
  );
}
