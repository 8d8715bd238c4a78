import type { AlertSort } from '@entente/contracts/alerts/alert';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import style from './alerts-table.module.css';

interface SortHeadProps {
  by: AlertSort;
  /** What the list is sorted by now. */
  sort: AlertSort;
  descending: boolean;
  onSort: (sort: AlertSort, descending: boolean) => void;
  children: ReactNode;
}

/** A column's head that orders the list; a second press turns the order round. */
export function SortHead({ by, sort, descending, onSort, children }: SortHeadProps) {
  const here = by === sort;
  const Icon = here ? (descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  return (
    <th scope="col" aria-sort={here ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={style.sort}
        data-here={here || undefined}
        onClick={() => onSort(by, here ? !descending : by === 'updated' || by === 'created')}
      >
        {children}
        <Icon size={14} aria-hidden />
      </button>
    </th>
  );
}
