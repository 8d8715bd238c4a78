import { expect, test } from 'vitest';
import { readPartialDate } from './partial-date.ts';

test.each([
  ['28.04.1971', '1971-04-28'],
  ['28/4/1971', '1971-04-28'],
  ['4.1971', '1971-04'],
  ['1971', '1971'],
  ['1971-04-28', '1971-04-28'],
  ['1971年4月28日', '1971-04-28'],
  ['1971年4月', '1971-04'],
  [' 29.02.1972 ', '1972-02-29'],
])('%j is the birth date %s', (typed, date) => {
  expect(readPartialDate(typed)).toBe(date);
});

test.each(['29.02.1971', '31.04.1971', '1971-13', '04/28/1971', '71', 'April', '0.04.1971'])(
  '%j is no date',
  (typed) => {
    expect(readPartialDate(typed)).toBeNull();
  },
);
