import type { Config, Log, RunningNode } from '@entente/node';
import { CommandError, EXIT, type Io } from './command.ts';

/** A signal that follows the first this closely is its echo: a terminal and npm both pass Ctrl-C on. */
const ECHO_MS = 1000;

/**
 * Runs the node that the environment describes until Ctrl-C or SIGTERM. `start` brings it up, `announce` says so;
 * `beforeStop` ends what runs beside it.
 * A second Ctrl-C ends it at once; nothing that was answered as done is lost.
 */
export async function runNode(
  io: Io,
  start: (config: Config, log: Log) => Promise<RunningNode>,
  announce: (node: RunningNode, config: Config) => void | Promise<void>,
  beforeStop: () => Promise<void> = async () => {},
): Promise<number> {
  const { ConfigError, createLog, readConfig } = await import('@entente/node');
  try {
    const config = readConfig(io.env);
    const asked = stopAsked(io).then(forceOnSecondSignal);
    const node = await start(config, createLog(config.logLevel, io.err));
    let lost: Error | undefined;
    try {
      await announce(node, config);
      lost = (await Promise.race([node.lost, asked])) ?? undefined;
    } finally {
      await beforeStop();
      await node.stop();
    }
    if (lost) throw lost;
    return EXIT.ok;
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(error.message, EXIT.usage);
    throw new CommandError((error as Error).message);
  }
}

/** Resolves at Ctrl-C, at SIGTERM, and when the terminal is closed. */
export function stopAsked(io: Io): Promise<void> {
  return new Promise((resolve) => {
    if (io.signal.aborted) return resolve();
    io.signal.addEventListener('abort', () => resolve(), { once: true });
    process.once('SIGHUP', () => resolve());
  });
}

function forceOnSecondSignal(): void {
  const first = Date.now();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (Date.now() - first > ECHO_MS) process.exit(EXIT.failed);
    });
  }
}
