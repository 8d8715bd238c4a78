import type { Pool, PoolClient } from 'pg';
import type { Log } from '../log.ts';

/** How long to wait before the connection is opened again. */
const RETRY_MS = 500;

/** An open ear; `close` gives its connection back. */
export interface Listening {
  close(): Promise<void>;
}

/**
 * Calls `onNotice` at every NOTIFY on `channel` (PostgreSQL), and once after each time the connection had to be opened
 * anew: what was said meanwhile is lost, so whoever listens looks for himself. A notice is a wake-up, never the news.
 */
export function listen(pool: Pool, channel: string, onNotice: () => void, log: Log): Listening {
  let client: PoolClient | undefined;
  let retry: NodeJS.Timeout | undefined;
  let opening = Promise.resolve();
  let closed = false;

  const open = async () => {
    try {
      const opened = await pool.connect();
      if (closed) return opened.release();
      client = opened;
      opened.on('notification', onNotice);
      opened.once('error', lose);
      await opened.query(`LISTEN ${channel}`);
      onNotice();
    } catch (error) {
      lose(error as Error);
    }
  };

  const lose = (error: Error & { code?: string }) => {
    client?.release(true);
    client = undefined;
    if (closed || retry) return;
    log.warn({ channel, code: error.code }, 'the connection that listens was lost; opening it again');
    retry = setTimeout(() => {
      retry = undefined;
      opening = open();
    }, RETRY_MS);
  };

  opening = open();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await opening;
      // The session ends with the connection; nobody else may inherit its LISTEN.
      client?.release(true);
      client = undefined;
    },
  };
}
