import type { Pool } from 'pg';
import type { Background } from '../../platform/background.ts';
import { type Listening, listen } from '../../platform/database/listen.ts';
import type { Log } from '../../platform/log.ts';
import type { KnownRegister } from './service/known-register.ts';
import { CHANGES_CHANNEL } from './store/acts.ts';

/** Looked this often even when no notice comes: one might be lost, and what was adopted ahead takes effect in time. */
const EVERY_MS = 1000;

/** Keeps what this process knows of the register current, whichever process adopts an act or makes a key. */
export function followRegister(known: KnownRegister, { pool, log }: { pool: Pool; log: Log }): Background {
  let ear: Listening | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const run = async () => {
    do {
      again = false;
      try {
        await known.refresh();
      } catch (error) {
        const { code, message } = error as Error & { code?: string };
        log.warn({ code, reason: message }, 'the register could not be followed; trying again');
      }
    } while (again && !stopped);
    looking = undefined;
  };
  const look = () => {
    again = true;
    if (!stopped) looking ??= run();
  };

  return {
    name: 'register',
    start: async () => {
      ear = await listen(pool, CHANGES_CHANNEL, look, log);
      timer = setInterval(look, EVERY_MS);
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await Promise.all([looking, ear?.close()]);
    },
  };
}
