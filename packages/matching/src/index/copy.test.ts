import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemory, type IndexMemory, measureMemory, PARTS, settleMemory } from '../memory/index-memory.ts';
import type { IndexedSubject, NameIndex } from '../model.ts';
import { attachIndex, createIndex } from '../name-index.ts';
import { copyIndex } from './copy.ts';

const NAMES = ['Ivan Petrov', 'Иван Петров', 'Olga Smirnova', 'محمد عزیز', 'Mohamed Aziz', '王小红', 'Wang Xiaohong'];
const READER = 3;

function person(id: string, name: string): IndexedSubject {
  const full = { kind: 'primary', quality: 'good' } as const;
  return {
    id,
    kind: 'person',
    names: [{ ...full, full: name }],
    birthDates: [{ date: '1971-04-28' }],
    nationalities: ['AFG'],
    documents: [{ type: 'passport', number: `P${id}00${id}` }],
  };
}

/** Additions and removals in any order, and a question. */
const step = fc.record({
  id: fc.integer({ min: 1, max: 6 }).map(String),
  name: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
});
const steps = fc.array(step, { maxLength: 40 });

function follow(index: NameIndex, changes: { id: string; name: string | undefined }[]): NameIndex {
  for (const { id, name } of changes) {
    if (name === undefined) index.remove(id);
    else index.add(person(id, name));
  }
  return index;
}

const ask = (search: Pick<NameIndex, 'search'>) => [
  ...NAMES.map((name) => search.search({ names: [name], birthDate: '1971', nationality: 'AFG' })),
  ...['1', '2', '3'].map((id) => search.search({ names: [], documents: [{ number: `P${id}00${id}` }] })),
];

/** As a snapshot does it: the used bytes of each part, put into a memory of those sizes. */
function restore(memory: IndexMemory): IndexMemory {
  const sizes = measureMemory(memory);
  const restored = createMemory(sizes);
  for (const part of PARTS) {
    const length = Math.min(sizes[part], memory[part].byteLength);
    new Uint8Array(restored[part]).set(new Uint8Array(memory[part], 0, length));
  }
  return restored;
}

describe('an index answers alike', () => {
  test('whichever thread asks it, and written anew, and restored from its bytes', () => {
    fc.assert(
      fc.property(steps, (changes) => {
        const index = follow(createIndex(), changes);
        const expected = ask(index);
        expect(ask(attachIndex(index.memory, READER))).toEqual(expected);
        const copy = copyIndex(index.memory, READER);
        expect(ask(attachIndex(copy.memory, READER))).toEqual(expected);
        const restored = restore(copy.memory);
        expect(settleMemory(restored)).toBe(true);
        expect(ask(createIndex(restored))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('when it goes on in a copy, whatever changed since the copy was begun', () => {
    fc.assert(
      fc.property(steps, steps, steps, (before, meanwhile, after) => {
        const moved = follow(createIndex(), before);
        const copy = copyIndex(moved.memory, READER);
        follow(moved, meanwhile).adopt(copy);
        follow(moved, after);
        const stayed = follow(createIndex(), [...before, ...meanwhile, ...after]);
        expect(ask(moved)).toEqual(ask(stayed));
        expect(moved.size).toBe(stayed.size);
      }),
      { numRuns: 40 },
    );
  });
});

test('a search that a reader began before a change sees the index as it was', () => {
  const index = follow(createIndex(), [{ id: '1', name: 'Ivan Petrov' }]);
  const reader = attachIndex(index.memory, READER);
  expect(reader.search({ names: ['Ivan Petrov'] })).toHaveLength(1);
  index.add(person('1', 'Olga Smirnova'));
  expect(reader.search({ names: ['Ivan Petrov'] })).toHaveLength(0);
  expect(reader.search({ names: ['Olga Smirnova'] })).toMatchObject([{ id: '1' }]);
});

test('the memory of who is withdrawn is given back by a copy', () => {
  const index = createIndex();
  for (let id = 0; id < 2000; id++) index.add(person(String(id), `${NAMES[id % NAMES.length]} ${id % 50}`));
  for (let id = 100; id < 2000; id++) index.remove(String(id));
  expect(index.ended).toBe(1900);
  const full = measureMemory(index.memory);
  index.adopt(copyIndex(index.memory, READER));
  const left = measureMemory(index.memory);
  expect(index.ended).toBe(0);
  expect(index.size).toBe(100);
  for (const part of ['subjects', 'records', 'runs', 'blocks'] as const)
    expect(left[part]).toBeLessThan(full[part] / 4);
});

test('bytes of another layout, or too few of them, are no memory', () => {
  const memory = follow(createIndex(), [{ id: '1', name: 'Ivan Petrov' }]).memory;
  const other = restore(memory);
  new Int32Array(other.header)[0] = 99;
  expect(settleMemory(other)).toBe(false);
  expect(settleMemory({ ...restore(memory), records: createMemory().records })).toBe(false);
});
