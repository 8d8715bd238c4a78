import { expect, test } from 'vitest';
import { readEvents, type ServerEvent } from './events.ts';

async function read(...chunks: string[]): Promise<ServerEvent[]> {
  const bytes = new TextEncoder();
  const events: ServerEvent[] = [];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(bytes.encode(chunk));
      controller.close();
    },
  });
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

test('an event arrives whole, however the network cuts it', async () => {
  const expected = [{ event: 'progress', data: '{"a":1}' }];
  expect(await read('event: progress\ndata: {"a":1}\n\n')).toEqual(expected);
  expect(await read('event: pro', 'gress\nda', 'ta: {"a":1}\n', '\n')).toEqual(expected);
  expect(await read('event: progress\r\ndata: {"a":1}\r\n\r\n')).toEqual(expected);
});

test('several events keep their order, and comments are passed over', async () => {
  expect(await read(': still here\n\ndata: 1\n\ndata: 2\n\n')).toEqual([
    { event: 'message', data: '1' },
    { event: 'message', data: '2' },
  ]);
});

test('data on several lines is one text', async () => {
  expect(await read('data: a\ndata: b\n\n')).toEqual([{ event: 'message', data: 'a\nb' }]);
});

test('an event cut off by the end of the connection is not taken for whole', async () => {
  expect(await read('event: progress\ndata: {"a":')).toEqual([]);
});
