import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashed, hashText, mixInto } from './hash.ts';
import { createMemory } from './index-memory.ts';
import { openSpace } from './space.ts';
import { Table, WORD_TABLE } from './table.ts';

function createTable(): Table {
  const memory = createMemory();
  return new Table(memory, openSpace(memory).header, WORD_TABLE);
}

function put(table: Table, word: string, value: number): void {
  hashText(0, word);
  table.add(hashed.low, hashed.high, value);
}

function find(table: Table, word: string, isMeant: (value: number) => boolean = () => true): number {
  hashText(0, word);
  return table.find(hashed.low, hashed.high, isMeant);
}

test('twenty thousand words are each found with their own number, and no other word is', () => {
  const table = createTable();
  for (let word = 0; word < 20_000; word++) put(table, `word ${word}`, word);
  for (let word = 0; word < 20_000; word++) expect(find(table, `word ${word}`)).toBe(word);
  for (let word = 20_000; word < 30_000; word++) expect(find(table, `word ${word}`)).toBe(-1);
});

test('words of one hash are all found, however many there are', () => {
  const table = createTable();
  for (let value = 0; value < 1000; value++) table.add(7, 9, value);
  for (let value = 0; value < 1000; value++) expect(table.find(7, 9, (held) => held === value)).toBe(value);
  expect(table.find(7, 8, () => true)).toBe(-1);
});

test('a number put in the place of another is found in its place', () => {
  const table = createTable();
  put(table, 'a', 1);
  hashText(0, 'a');
  table.replace(hashed.low, hashed.high, 1, 2);
  expect(find(table, 'a')).toBe(2);
});

test('who has the memory finds what was put in since, without being told', () => {
  const memory = createMemory();
  const writer = new Table(memory, openSpace(memory).header, WORD_TABLE);
  const reader = new Table(memory, openSpace(memory).header, WORD_TABLE);
  expect(find(reader, 'a')).toBe(-1);
  for (let word = 0; word < 5000; word++) put(writer, `word ${word}`, word);
  reader.refresh();
  for (let word = 0; word < 5000; word++) expect(find(reader, `word ${word}`)).toBe(word);
});

test('spreading two numbers is one to one', () => {
  const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(word, word, word, word, (low, high, otherLow, otherHigh) => {
      mixInto(low, high);
      const one = { ...hashed };
      mixInto(otherLow, otherHigh);
      expect(one.low === hashed.low && one.high === hashed.high).toBe(low === otherLow && high === otherHigh);
    }),
  );
  const seen = new Set<string>();
  for (let low = 0; low < 200; low++) {
    for (let high = 0; high < 200; high++) {
      mixInto(low, high);
      seen.add(`${hashed.low} ${hashed.high}`);
    }
  }
  expect(seen.size).toBe(200 * 200);
});
