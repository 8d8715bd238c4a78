import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { openEventStream } from './event-stream.ts';
import { createHttp, type Http } from './http.ts';

const OPEN = { gate: { open: 'a test' } };

let http: Http;
let port: number;
let release: () => void;

beforeEach(async () => {
  http = await createHttp({
    config: readConfig({}),
    log: createLog('silent'),
    metrics: createMetrics(),
    guard: async () => {},
    consoleFolder: '/nowhere',
  });
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  http.get('/api/slow', { config: OPEN }, async () => {
    await held;
    return { done: true };
  });
  http.get('/api/events', { config: OPEN }, async (request, reply) => {
    openEventStream(request, reply).send('progress', { read: 1 });
    return reply;
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
  port = (http.server.address() as AddressInfo).port;
});
afterEach(() => http.close());

/** Sends bytes as they are and returns all that comes back until the node closes. */
async function send(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return await text(socket);
}

function connections({ server }: Http): Promise<number> {
  return promisify(server.getConnections).call(server);
}

describe('what is no request', () => {
  test.each([
    ['bytes that are no HTTP', 'SCAN P<KAZ\r\n\r\n', 400, 'malformed-request'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ])('%s is answered as a problem', async (_what, bytes, status, code) => {
    const answer = await send(bytes);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain('content-type: application/problem+json');
    expect(answer).toContain(`"code":"${code}"`);
  });
});

describe('a node that stops', () => {
  test('lets a request under way end', async () => {
    const answer = fetch(`http://127.0.0.1:${port}/api/slow`);
    await once(http.server, 'request');
    const closed = http.close();
    release();
    expect(await (await answer).json()).toEqual({ done: true });
    await closed;
  });

  test('tells who asks on a connection still open to come again', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /api/slow HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(http.server, 'request');
    const closed = http.close();
    socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(http.server, 'request');
    release();
    const [first, second] = (await text(socket)).split(/(?=HTTP\/1.1 503)/);
    expect(first).toContain('{"done":true}');
    expect(second).toContain('"code":"stopping"');
    await closed;
  });

  test('waits for no connection on which nothing is asked, or not all of a question has come', async () => {
    const silent = connect(port, '127.0.0.1');
    const slow = connect(port, '127.0.0.1');
    slow.write('GET /healthz HTTP/1.1\r\nhost:');
    await Promise.all([once(silent, 'connect'), once(slow, 'connect')]);
    await expect.poll(() => connections(http)).toBe(2);
    await Promise.all([http.close(), once(silent, 'close'), once(slow, 'close')]);
  });

  test('ends the streams of those who listen', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/events`);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const words = answer.text();
    await http.close();
    expect(await words).toBe('event: progress\ndata: {"read":1}\n\n');
  });
});

test('a listener that leaves is forgotten', async () => {
  const leaving = new AbortController();
  await fetch(`http://127.0.0.1:${port}/api/events`, { signal: leaving.signal });
  const [stream] = http.eventStreams;
  leaving.abort();
  await once(stream!.signal, 'abort');
  expect(http.eventStreams.size).toBe(0);
});
