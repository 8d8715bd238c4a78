import { connect, createServer, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { carry } from './carry.ts';
import type { Trouble, Way } from './trouble.ts';

/** Stands before the peer port of a node and passes bytes on, for better or worse: what it carries is sealed by TLS. */
export interface Line {
  /** From now on every connection suffers this. */
  impose(trouble: Trouble): void;
  /** The line is as it should be. Connections that lost bytes are ended: TCP would have repeated them. */
  heal(): void;
  close(): Promise<void>;
}

export async function openLine(port: number, target: number): Promise<Line> {
  let trouble: Trouble | undefined;
  const sockets = new Set<Socket>();
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    // Whichever end fails, the pipeline hears of it.
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    hold(client);
    if (trouble?.kind === 'cut') return void client.destroy();
    const node = connect(target, '127.0.0.1');
    hold(node);
    const pass = (from: Socket, to: Socket, way: Way) =>
      pipeline(from, (pieces: AsyncIterable<Buffer>) => carry(pieces, way, () => trouble), to).catch(() => {
        client.destroy();
        node.destroy();
      });
    void pass(client, node, 'there');
    void pass(node, client, 'back');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const heal = () => {
    if (trouble?.kind === 'swallow') endAll();
    trouble = undefined;
  };
  return {
    impose: (next) => {
      heal();
      trouble = next;
      if (next.kind === 'cut') endAll();
    },
    heal,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      endAll();
      return closed;
    },
  };
}
