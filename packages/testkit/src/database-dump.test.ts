import { expect, test } from 'vitest';
import { findInDump } from './database-dump.ts';

const KEY = 'kd93/xw0q+'.repeat(20);

test.each([
  ['in clear', 'seen at the border: yusuf, 1971'],
  ['as digits', Buffer.from('Yusuf').toString('hex')],
  ['between other words of a record', `{"key":"${KEY}","name":"yusuf"}`],
])('a name %s is found', (_, form) => {
  expect(findInDump([{ column: 'a.b.c', forms: [form] }], ['Yusuf'])).toEqual(['a.b.c: Yusuf']);
});

test('a short name amid the letters of a key is chance, a long one is not', () => {
  const dump = [{ column: 'a.b.c', forms: [`${KEY}yusuf${KEY}zhanibekov${KEY}`] }];
  expect(findInDump(dump, ['Yusuf', 'Zhanibekov'])).toEqual(['a.b.c: Zhanibekov']);
});
