import type { ReactNode } from 'react';
import style from './panel.module.css';

interface PanelProps {
  title?: ReactNode;
  /** Small words or buttons beside the title. */
  aside?: ReactNode;
  /** No inner padding: a table fills it. */
  flush?: boolean;
  children: ReactNode;
}

/** A surface with a heading: the one box pages are made of. */
export function Panel({ title, aside, flush = false, children }: PanelProps) {
  return (
    <section className={style.panel}>
      {(title || aside) && (
        <header className={style.head}>
          {title && <h2 className={style.title}>{title}</h2>}
          {aside && <div className={style.aside}>{aside}</div>}
        </header>
      )}
      <div className={flush ? style.flush : style.body}>{children}</div>
    </section>
  );
}
