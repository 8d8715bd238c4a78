import type { IndexMemory } from '../memory/index-memory.ts';
import { openSpace, refreshSpace, type Space } from '../memory/space.ts';
import { Documents } from './documents.ts';
import { Subjects } from './subjects.ts';
import { Vocabulary } from './vocabulary.ts';

/** What an index is made of, in one memory. */
export interface Searched {
  space: Space;
  vocabulary: Vocabulary;
  subjects: Subjects;
  documents: Documents;
}

export function openMemory(memory: IndexMemory): Searched {
  const space = openSpace(memory);
  return {
    space,
    vocabulary: new Vocabulary(space),
    subjects: new Subjects(space),
    documents: new Documents(space),
  };
}

/** Sees what the writer has added since; after reading how many changes are in force, so that what they point to is there. */
export function refresh({ space, vocabulary, subjects, documents }: Searched): void {
  refreshSpace(space);
  vocabulary.refresh();
  subjects.refresh();
  documents.refresh();
}

/** Files a subject that was written under what it is found by. */
export function file(
  { space, vocabulary, documents }: Searched,
  ordinal: number,
  tokens: Iterable<number>,
  numbers: Iterable<string>,
): void {
  for (const token of tokens) {
    space.lists.append(vocabulary.tokens.list(token), ordinal);
    vocabulary.tokens.addLive(token, 1);
  }
  documents.add(numbers, ordinal);
}
