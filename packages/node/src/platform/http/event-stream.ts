import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Server-sent events to one listener. */
export interface EventStream {
  send(event: string, data: unknown): void;
  close(): void;
  /** Aborted when the listener left, the stream was closed, or the node stops. */
  signal: AbortSignal;
}

/** Keeps proxies from taking a quiet stream for a dead one. */
const HEARTBEAT_MS = 15_000;

/** A listener that takes nothing for this many bytes is cut off; it can reconnect. */
const MOST_UNSENT = 1_000_000;

declare module 'fastify' {
  interface FastifyInstance {
    /** Streams under way, which end when the node stops. */
    eventStreams: Set<EventStream>;
  }
}

/** Prepares the instance: streams end before it waits for requests under way. */
export function provideEventStreams(http: FastifyInstance): void {
  http.decorate('eventStreams', new Set<EventStream>());
  http.addHook('preClose', async () => {
    for (const stream of http.eventStreams) stream.close();
  });
}

/** Turns the reply into a stream of events. The handler returns `reply` after calling it. */
export function openEventStream(request: FastifyRequest, reply: FastifyReply): EventStream {
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  };
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, headers as Record<string, string>);
  const left = new AbortController();
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  const stream: EventStream = {
    send(event, data) {
      if (left.signal.aborted) return;
      raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      if (raw.writableLength > MOST_UNSENT) raw.destroy();
    },
    close: () => raw.end(),
    signal: left.signal,
  };
  const streams = request.server.eventStreams;
  streams.add(stream);
  raw.once('close', () => {
    clearInterval(heartbeat);
    streams.delete(stream);
    left.abort();
  });
  return stream;
}
