import { setTimeout as pause } from 'node:timers/promises';
import { composeNode, type Foundation, type Node } from './compose.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type OpenDatabase, openDatabase } from './platform/database/database.ts';
import type { Log } from './platform/log.ts';
import { keepYoungObjectsYoung } from './platform/threads/young-objects.ts';

/** A node that runs. */
export interface RunningNode {
  /** Where officers find it, e.g. `http://kz.localhost:8700`. */
  address: string;
  /** The port it listens on, on this machine. */
  port: number;
  /** Settles when the node cannot go on, with the reason. */
  lost: Promise<Error>;
  /** Stops listening, lets requests end, stops background work, closes the database, in this order. */
  stop(): Promise<void>;
}

/**
 * Opens the database, composes the node, listens, and starts the background work; returns when it is ready.
 * `found` may prepare an empty database before the rooms see it; `furnish` may add to the node before it listens.
 */
export async function startNode(
  config: Config,
  log: Log,
  found: (foundation: Foundation) => Promise<void> = async () => {},
  furnish: (node: Node, foundation: Foundation) => Promise<void> = async () => {},
): Promise<RunningNode> {
  keepYoungObjectsYoung();
  const database = await openDatabase(config, log);
  let node: Node | undefined;
  try {
    const foundation = { config, log, clock: systemClock, database, sealing: database.sealing };
    await found(foundation);
    node = await composeNode(foundation);
    await furnish(node, foundation);
    const { address, port } = await listen(node, config);
    for (const work of node.background) await work.start();
    log.info({ address }, 'ready');
    return { address, port, lost: database.lost, stop: () => stopNode(node!, database, config, log) };
  } catch (error) {
    if (node) await stopNode(node, database, config, log);
    else await database.close();
    throw error;
  }
}

async function listen({ http }: Node, config: Config): Promise<Pick<RunningNode, 'address' | 'port'>> {
  try {
    const bound = new URL(await http.listen({ host: config.host, port: config.port }));
    const address = config.trustedProxies
      ? `https://${config.publicHost}`
      : `http://${config.publicHost}:${bound.port}`;
    return { address, port: Number(bound.port) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new Error(
      `Port ${config.port} of ${config.host} is taken by another program. Stop that one, or set ENTENTE_PORT to a free port.`,
      { cause },
    );
  }
}

async function stopNode(node: Node, database: OpenDatabase, config: Config, log: Log): Promise<void> {
  log.info('stopping');
  const drained = new AbortController();
  const cutOff = pause(config.drainSeconds * 1000, undefined, { signal: drained.signal, ref: false }).then(
    () => node.http.server.closeAllConnections(),
    () => {},
  );
  await node.http.close();
  drained.abort();
  await cutOff;
  for (const work of node.background.toReversed()) await work.stop();
  await database.close();
  log.info('stopped');
}
