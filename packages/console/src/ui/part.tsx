import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import style from './part.module.css';
import { ProblemNote } from './problem.tsx';

interface PartProps<T> {
  query: UseQueryResult<T>;
  /** Lines of the skeleton shown when the answer takes longer than 200 ms. */
  lines?: number;
  children: (data: T) => ReactNode;
}

/** A part of a page that loads, fails and recovers alone. */
export function Part<T>({ query, lines = 4, children }: PartProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemNote error={query.error} retry={() => void query.refetch()} />;
  return <Waiting lines={lines} />;
}

export function Waiting({ lines }: { lines: number }) {
  return (
    <div className={style.waiting} role="status">
      <span className={style.hidden}>
        <FormattedMessage id="ui.loading" />
      </span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} className={style.line} />
      ))}
    </div>
  );
}
