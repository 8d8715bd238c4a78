import type { ReactNode } from 'react';
import style from './facts.module.css';

/** Names and values, one under the other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={style.facts}>{children}</dl>;
}

export function Fact({ name, children, aside }: { name: ReactNode; children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={style.fact}>
      <dt className={style.name}>{name}</dt>
      <dd className={style.value}>
        {children}
        {aside && <span className={style.aside}>{aside}</span>}
      </dd>
    </div>
  );
}
