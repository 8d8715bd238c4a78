import { expect, test } from 'vitest';
import { isDatabaseAway } from './failures.ts';

const coded = (code: string, syscall?: string) => Object.assign(new Error('told by its code'), { code, syscall });

test.each([
  coded('57P01'),
  coded('57P03'),
  coded('53100'),
  coded('53200'),
  coded('53300'),
  coded('08006'),
  coded('ENOENT', 'connect'),
  coded('ECONNRESET', 'read'),
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
  new Error('timeout expired'),
  new Error('Client has encountered a connection error and is not queryable'),
])('a server that is restarted, full or too slow to answer is away: %o', (error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([coded('23505'), coded('42P01'), coded('28P01'), coded('ENOENT', 'open'), new Error('the lead is lost')])(
  'what is wrong with a question is no absence: %o',
  (error) => {
    expect(isDatabaseAway(error)).toBe(false);
  },
);
