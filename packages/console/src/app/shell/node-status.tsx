import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { reachable } from '../../api/client.ts';
import { useStore } from '../../api/store.ts';
import style from './node-status.module.css';

const EVERY_MS = 15_000;

/** The status corner: whether the node answers, said plainly when it does not. */
export function NodeStatus() {
  const answers = useStore(reachable);
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each count is one more look
  useEffect(() => {
    const timer = setTimeout(async () => {
      const answered = await fetch('/readyz', { cache: 'no-store' }).then(
        (response) => response.ok,
        () => false,
      );
      reachable.set(answered);
      setVersion((count) => count + 1);
    }, EVERY_MS);
    return () => clearTimeout(timer);
  }, [version]);
  return (
    <span className={style.status} data-answers={answers} role="status">
      <svg width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
        {answers ? (
          <circle cx="5" cy="5" r="4.5" />
        ) : (
          <path d="M1 1l8 8M9 1 1 9" strokeWidth="2" stroke="currentColor" />
        )}
      </svg>
      <FormattedMessage id={answers ? 'shell.node.answers' : 'shell.node.away'} />
    </span>
  );
}
