import { useEffect, useState } from 'react';
import { nodeNow } from '../api/node-clock.ts';

/** The node's time in milliseconds, told anew every `everyMs`; for what runs while one looks at it. */
export function useNow(everyMs = 1_000): number {
  const [now, setNow] = useState(nodeNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(nodeNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
