import { FormattedMessage } from 'react-intl';
import style from './guide.module.css';

const IDEAS = [
  'guide.next.known-pair',
  'guide.next.proof',
  'guide.next.officers',
  'guide.next.shift',
  'guide.next.lists',
] as const;

/** After the last tick: what else there is to try. */
export function WhatNext() {
  return (
    <section className={style.next}>
      <h3>
        <FormattedMessage id="guide.next" />
      </h3>
      <ul>
        {IDEAS.map((idea) => (
          <li key={idea}>
            <FormattedMessage id={idea} />
          </li>
        ))}
      </ul>
    </section>
  );
}
