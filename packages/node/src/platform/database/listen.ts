import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import { isDatabaseAway } from './failures.ts';

/** A standing LISTEN. */
export interface Listening {
  close(): Promise<void>;
}

const RECONNECT_MS = 200;

/**
 * Calls `wake` whenever something is notified on the channel, and once after each connection, the first
 * included: what came while nobody listened is found by looking, not by being told. Reconnects for ever; a server that is away
 * at first is waited for in the same way, and nobody waits with it.
 * `wake` gets no payload: a notice says "look", the table says what.
 */
export async function listen(pool: pg.Pool, channel: string, wake: () => void, log: Log): Promise<Listening> {
  let closed = false;
  let client: pg.Client | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client(pool.options);
    const lost = new Promise<void>((resolve) => next.once('end', resolve));
    next.on('error', () => {});
    await next.connect();
    try {
      await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end();
      throw error;
    }
    // Closed while it was being made.
    if (closed) return await next.end();
    next.on('notification', wake);
    client = next;
    void lost.then(reconnect);
    wake();
  };

  const reconnect = async (): Promise<void> => {
    if (!closed) log.warn({ channel }, 'the listening connection broke; it is made again');
    while (!closed) {
      try {
        return await connect();
      } catch {
        await pause(RECONNECT_MS);
      }
    }
  };

  try {
    await connect();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    void reconnect();
  }
  return {
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
