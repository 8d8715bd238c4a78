import type { ReactNode } from 'react';
import style from './table.module.css';

interface TableProps {
  /** Read by screen readers as the table's name. */
  caption: string;
  head: ReactNode;
  children: ReactNode;
}

/** A table with a head that stays in sight; numbers go in cells with `data-number`. */
export function Table({ caption, head, children }: TableProps) {
  return (
    <div className={style.frame}>
      <table className={style.table} aria-label={caption}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
