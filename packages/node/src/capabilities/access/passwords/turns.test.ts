import { expect, test } from 'vitest';
import { createTurns, TooManyWaiting } from './turns.ts';

/** Work that ends when the test says so. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let begun = false;
  return {
    run: () => {
      begun = true;
      return promise;
    },
    begun: () => begun,
    resolve,
    reject,
  };
}

test('sign-ins beyond those under way wait in turn, and beyond those are refused', async () => {
  const inTurn = createTurns(2, 2);
  const pieces = Array.from({ length: 5 }, work);
  const answers = pieces.map(({ run }) => inTurn(run));
  await expect(answers[4]).rejects.toThrow(TooManyWaiting);
  expect(pieces.map(({ begun }) => begun())).toEqual([true, true, false, false, false]);
  pieces[1]!.resolve('second');
  expect(await answers[1]).toBe('second');
  expect(pieces.map(({ begun }) => begun())).toEqual([true, true, true, false, false]);
  pieces[0]!.resolve('first');
  pieces[2]!.resolve('third');
  pieces[3]!.resolve('fourth');
  expect(await Promise.all(answers.slice(0, 4))).toEqual(['first', 'second', 'third', 'fourth']);
});

test('a place is free again after work that failed', async () => {
  const inTurn = createTurns(1, 0);
  for (let time = 0; time < 3; time += 1) {
    await expect(inTurn(() => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed');
  }
  expect(await inTurn(async () => 'done')).toBe('done');
});
