import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import { copyIndex, createIndex, type IndexedSubject, type Match, type NameIndex } from '@entente/matching';
import { afterEach, expect, test } from 'vitest';
import { createLog } from '../../../platform/log.ts';
import { createSearchThreads, type SearchThreads, searchHere } from './search-threads.ts';

const PERSONS = 200;
/** Changes and questions of a run; more find no more. */
const ROUNDS = 3_000;
const COPIER = 60;

let threads: SearchThreads | undefined;
afterEach(async () => await threads?.stop());

const NAMES = ['Ivan Petrov', 'Mohammed Karimov', 'Olga Smirnova', 'Wang Xiaohong'];

/** A person in one of his versions: name, birth date and document tell the version, each by itself. */
function person(number: number, version: number): IndexedSubject {
  return {
    id: String(number),
    kind: 'person',
    names: [{ full: `${NAMES[version % NAMES.length]} ${nameOf(number)}`, kind: 'primary', quality: 'good' }],
    birthDates: [{ date: `${1948 + (version % 48)}` }],
    nationalities: [],
    documents: [{ type: 'passport', number: documentOf(number) }],
  };
}

const documentOf = (number: number) => `AB${100_000 + number}`;

/** A word of his own, so that nobody else is found. */
const nameOf = (number: number) =>
  [...String(number + 1000)]
    .map((digit) => ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ru'][Number(digit)])
    .join('');

async function ask(index: NameIndex, number: number) {
  const names = NAMES.map((name) => `${name} ${nameOf(number)}`);
  const query = { names, documents: [{ number: documentOf(number) }], birthDate: '1900' };
  return (await threads!.search([{ index, query, limit: 10 }])).get(index)!;
}

test('while persons change without a pause, threads find each of them at any moment, in one version and whole', async () => {
  threads = createSearchThreads(2, createLog('silent'), 0);
  const index = createIndex();
  for (let number = 0; number < PERSONS; number++) index.add(person(number, 0));
  await untilReady(index);
  let changes = 0;
  let isDone = false;
  const writing = (async () => {
    while (!isDone) {
      for (let one = 0; one < 25; one++, changes++) {
        index.add(person((changes * 7) % PERSONS, changes));
        // Others come and go beside them.
        index.add(person(PERSONS + (changes % 500), changes));
        if (changes % 3 === 0) index.remove(String(PERSONS + ((changes * 11) % 500)));
      }
      if (index.ended > 4_000) index.adopt(copyIndex(index.memory, COPIER));
      await setImmediate();
    }
  })();
  for (let round = 0; round < ROUNDS; round += 8) {
    const numbers = Array.from({ length: 8 }, (_, at) => (round * 13 + at) % PERSONS);
    const found = await Promise.all(numbers.map(async (number) => ({ number, matches: await ask(index, number) })));
    for (const { number, matches } of found) {
      const meant = matches.filter(({ band }) => band === 'exact-document');
      expect(meant.map(({ id }) => id)).toEqual([String(number)]);
      expect(versionsIn(meant[0]!)).toHaveLength(1);
    }
  }
  isDone = true;
  await writing;
  expect(changes).toBeGreaterThan(100);
}, 120_000);

/** What name and birth date tell of the version, as far as both can tell: one number if they are of one version. */
function versionsIn({ evidence }: Match): number[] {
  const versions = evidence.flatMap((piece) => {
    if (piece.kind === 'name') return NAMES.findIndex((name) => piece.listed.startsWith(name));
    return piece.kind === 'birth-date' ? Number(piece.listed[0]) % NAMES.length : [];
  });
  expect(versions).toHaveLength(2);
  return [...new Set(versions)];
}

/** The first questions are answered here, until the threads are there. */
async function untilReady(index: NameIndex): Promise<void> {
  while (!(await isReady(index))) await pause(10);
}

/** A thread answers after a turn of this one; here it is the same turn. */
async function isReady(index: NameIndex): Promise<boolean> {
  let turned = false;
  void setImmediate().then(() => {
    turned = true;
  });
  await ask(index, 0);
  return turned;
}

test('threads answer to the digit as this one does', async () => {
  threads = createSearchThreads(2, createLog('silent'), 0);
  const index = createIndex();
  for (let number = 0; number < PERSONS; number++) index.add(person(number, number));
  await untilReady(index);
  for (let number = 0; number < PERSONS; number += 5) {
    const { names, birthDates, documents } = person(number, number);
    const query = { names: names.map(({ full }) => full), birthDate: birthDates[0]!.date, documents };
    const asks = [{ index, query, limit: 10 }];
    expect(await threads.search(asks)).toEqual(searchHere(asks));
  }
});

test('few are searched in this thread, and none is started', async () => {
  threads = createSearchThreads(2, createLog('silent'));
  const index = createIndex();
  index.add(person(1, 1));
  expect(await isReady(index)).toBe(false);
});
