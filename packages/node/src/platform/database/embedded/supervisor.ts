import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { askToStop, findOrphan, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';

/** Keeps one server running until it is told to stop. */
export interface Supervisor {
  /** The server's process, undefined while it is being restarted. */
  pid(): number | undefined;
  /** Resolves as soon as the server takes connections; rejects when it has been given up. */
  ready(): Promise<void>;
  /** Settles with the reason when the server cannot be kept running. Never settles otherwise. */
  lost: Promise<Error>;
  stop(): Promise<void>;
}

/** Attempts to bring the server back, and the pause before each. */
const PAUSES_MS = [0, 100, 500, 1000, 2000, 5000, 10_000];

/** Stops what an earlier node left running, starts the server, and restarts it whenever it dies. */
export async function supervise(home: Home, binaries: Binaries, log: Log): Promise<Supervisor> {
  await stopOrphan(home, log);
  let current: Postmaster | undefined = await startPostmaster(home, binaries);
  let stopping = false;
  let restart: Promise<void> = Promise.resolve();
  let giveUp: (reason: Error) => void = () => {};
  const lost = new Promise<Error>((resolve) => {
    giveUp = resolve;
  });

  const watch = (postmaster: Postmaster) =>
    void postmaster.gone.then((said) => {
      if (stopping) return;
      current = undefined;
      log.error({ said }, 'PostgreSQL died; it is being started again');
      restart = bringBack();
      restart.catch(giveUp);
    });

  const bringBack = async () => {
    let cause: unknown;
    for (const wait of PAUSES_MS) {
      await pause(wait);
      if (stopping) return;
      try {
        current = await startPostmaster(home, binaries);
        watch(current);
        log.info({ pid: current.pid }, 'PostgreSQL is back');
        return;
      } catch (error) {
        cause = error;
      }
    }
    throw new Error(`PostgreSQL died and could not be started again; see ${home.logFile}`, { cause });
  };

  // A process that leaves without stopping takes its server along; only kill -9 leaves one behind.
  const leaving = () => current && askToStop(current.pid);
  process.once('exit', leaving);
  watch(current);
  return {
    pid: () => current?.pid,
    ready: () => restart,
    lost,
    stop: async () => {
      stopping = true;
      process.off('exit', leaving);
      await restart.catch(() => {});
      if (current) await stopPostmaster(current.pid, log);
      current = undefined;
    },
  };
}

/** Sessions of a dead node hold locks and half-done work: its server is stopped, not taken over. */
async function stopOrphan(home: Home, log: Log): Promise<void> {
  const pid = findOrphan(home.cluster);
  if (pid === undefined) return;
  log.warn({ pid }, 'a node that died left its PostgreSQL running; it is stopped and started anew');
  await stopPostmaster(pid, log);
}
