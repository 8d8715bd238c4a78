import type { ListedSubject, ListId } from '@entente/contracts/alerts';
import { asListed, inventPerson } from '@entente/testkit/people/person';
import { expect, test } from 'vitest';
import { createWatchIndex } from './watch-index.ts';

const person = inventPerson(3, 1);
const name = person.identity.names[0]?.full as string;
const on = (list: ListId, ref = '1'): ListedSubject => ({ ...asListed(person), list, ref });
const refs = (found: ReturnType<ReturnType<typeof createWatchIndex>['search']>) =>
  found.map(({ listing }) => `${listing.list} ${listing.ref}`);

test('only the lists asked are searched', () => {
  const index = createWatchIndex();
  index.put('a', on('un-sc'));
  index.put('b', on('ofac-sdn'));
  expect(refs(index.search({ names: [name] }, ['un-sc', 'ofac-sdn']))).toEqual(['ofac-sdn 1', 'un-sc 1']);
  expect(refs(index.search({ names: [name] }, ['un-sc']))).toEqual(['un-sc 1']);
  expect(refs(index.search({ names: [name] }, []))).toEqual([]);
});

test('a silent list with a hundred namesakes takes no place from one that answers', () => {
  const index = createWatchIndex();
  for (let ref = 0; ref < 100; ref++) index.put(`silent ${ref}`, on('ofac-sdn', String(ref)));
  index.put('answering', on('un-sc'));
  expect(refs(index.search({ names: [name] }, ['un-sc']))).toEqual(['un-sc 1']);
});

test('a withdrawn alert no longer answers searches', () => {
  const index = createWatchIndex();
  index.put('a', on('un-sc'));
  index.remove('a');
  index.remove('never there');
  expect(index.size).toBe(0);
  expect(refs(index.search({ names: [name] }, ['un-sc']))).toEqual([]);
});

test('a changed record answers as it now is, once', () => {
  const index = createWatchIndex();
  index.put('a', on('un-sc', '1'));
  index.put('a', on('un-sc', '2'));
  index.put('a', on('eu-oj', '3'));
  expect(index.size).toBe(1);
  expect(refs(index.search({ names: [name] }, ['un-sc', 'eu-oj']))).toEqual(['eu-oj 3']);
});
