import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import { PROBLEMS, Problem } from '../problem.ts';
import type { Http } from './instance.ts';

/**
 * Once the node stops, requests under way end, new ones on open connections are told to come again, and connections that carry none
 * are closed. To Node one that has not asked yet is busy until its headers are overdue: whoever opened it would keep the node from
 * stopping for a minute.
 */
export function drainWhenStopping(http: Http): void {
  const connections = watchConnections(http.server);
  let stopping = false;
  http.addHook('preClose', async () => {
    stopping = true;
    connections.closeUnused();
  });
  http.addHook('onRequest', async () => {
    if (stopping) throw new Problem(PROBLEMS.stopping, { headers: { connection: 'close', 'retry-after': '5' } });
  });
}

/** Follows which connections of a server carry requests. */
function watchConnections(server: Http['server']): { closeUnused(): void } {
  const requests = new Map<Socket, number>();
  const count = (socket: Socket, by: number) => {
    const before = requests.get(socket);
    if (before !== undefined) requests.set(socket, before + by);
  };
  // Requests come on the connection inside TLS, where there is one.
  server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket: Socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return {
    closeUnused: () => {
      for (const [socket, under] of requests) if (under === 0) socket.destroy();
    },
  };
}
