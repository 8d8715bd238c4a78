import { useEffect, useMemo, useRef } from 'react';

/** Long enough that nobody holds by mistake. */
const HELD_MS = 700;

export interface Hold {
  begin(): void;
  end(): void;
}

/** Calls `then` once something has been held down long enough; letting go before that does nothing. */
export function useHold(then: () => void): Hold {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      begin() {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(), HELD_MS);
      },
      end() {
        clearTimeout(timer.current);
      },
    }),
    [],
  );
}
