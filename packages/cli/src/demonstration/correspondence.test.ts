import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { type Channel, correspond } from './correspondence.ts';

/** Two ends that hear each other, as a process and the one that started it do. */
function joined(): [EventEmitter & Channel, EventEmitter & Channel] {
  const ends = [new EventEmitter(), new EventEmitter()] as [EventEmitter & Channel, EventEmitter & Channel];
  const [one, other] = ends;
  one.send = (message) => queueMicrotask(() => other.emit('message', structuredClone(message)));
  other.send = (message) => queueMicrotask(() => one.emit('message', structuredClone(message)));
  return ends;
}

const nothing = async () => undefined;

test('each end answers what the other asks, in whatever order the answers come', async () => {
  const [one, other] = joined();
  const first = Promise.withResolvers<void>();
  correspond(other, async (word: string) => {
    if (word === 'slow') await first.promise;
    else first.resolve();
    return `${word} done`;
  });
  const asking = correspond<string, string>(one, nothing);
  expect(await Promise.all([asking.ask('slow'), asking.ask('quick')])).toEqual(['slow done', 'quick done']);
});

test('a failure at the other end is told with its reason', async () => {
  const [one, other] = joined();
  correspond(other, async () => {
    throw new Error('the log has nothing old enough');
  });
  await expect(correspond(one, nothing).ask('alter')).rejects.toThrow('nothing old enough');
});

test('a question to a process that ends is answered by that', async () => {
  const [one, other] = joined();
  correspond(other, () => new Promise(() => {}));
  const answer = correspond(one, nothing).ask('anything');
  one.emit('disconnect');
  await expect(answer).rejects.toThrow('has ended');
});

test('words that are no question are left to others', async () => {
  const [one, other] = joined();
  const heard: unknown[] = [];
  correspond(other, async (question) => heard.push(question));
  one.send?.('stop' as never);
  one.send?.({ something: 'else' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual([]);
});
