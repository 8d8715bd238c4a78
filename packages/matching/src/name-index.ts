import { changedSince } from './index/copy.ts';
import { readNames } from './index/read-names.ts';
import { Search } from './index/search.ts';
import { file, openMemory } from './index/searched.ts';
import { createMemory, type IndexMemory } from './memory/index-memory.ts';
import type { IndexCopy, IndexedSubject, MatchQuery, NameIndex, NameSearch } from './model.ts';

const LIMIT = 10;

/** An empty index, or the one that lies in a memory; see `NameIndex`. One thread at a time may write to a memory. */
export function createIndex(memory: IndexMemory = createMemory()): NameIndex {
  let searched = openMemory(memory);
  let search = new Search(searched);

  /** A subject that replaces another is in force in the same moment that the other ends. */
  function add(subject: IndexedSubject): void {
    const { vocabulary, subjects } = searched;
    const before = subjects.ordinalOf(subject.id);
    const names = readNames(subject, vocabulary);
    const ordinal = subjects.write(subject, names);
    const numbers = subject.documents.map(({ number }) => number);
    file(searched, ordinal, names.tokens, numbers);
    subjects.commit(before < 0 ? { begun: ordinal } : { begun: ordinal, ended: before });
    if (before >= 0) uncount(before);
  }

  function remove(id: string): boolean {
    const { subjects } = searched;
    const ordinal = subjects.ordinalOf(id);
    if (ordinal < 0) return false;
    subjects.commit({ ended: ordinal });
    uncount(ordinal);
    return true;
  }

  function uncount(ordinal: number): void {
    const { tokens } = searched.vocabulary;
    for (const token of searched.subjects.tokensOf(ordinal)) if (tokens.isName(token)) tokens.addLive(token, -1);
  }

  function adopt(copy: IndexCopy): void {
    const before = searched.subjects;
    const changed = changedSince(searched, copy.changes);
    searched = openMemory(copy.memory);
    search = new Search(searched);
    for (const id of changed) {
      const ordinal = before.ordinalOf(id);
      if (ordinal >= 0) add(before.read(ordinal));
      else remove(id);
    }
  }

  return {
    get memory() {
      return searched.space.memory;
    },
    get size() {
      return searched.subjects.size;
    },
    get changes() {
      return searched.subjects.end;
    },
    get ended() {
      return searched.subjects.endings;
    },
    add,
    remove,
    adopt,
    search: (query, { limit = LIMIT } = {}) => search.find(query, limit),
  };
}

/**
 * Searches a memory that another thread may be writing to. `reader` is this thread's number, 0 to 63, which no other has for the
 * memory. Each search sees the changes that were in force when it began, each of them whole.
 */
export function attachIndex(memory: IndexMemory, reader: number): NameSearch {
  const searched = openMemory(memory);
  const { header } = searched.space;
  const search = new Search(searched);
  return {
    get size() {
      return searched.subjects.size;
    },
    get changes() {
      return searched.subjects.end;
    },
    search(query: MatchQuery, { limit = LIMIT } = {}) {
      header.enter(reader);
      try {
        return search.find(query, limit);
      } finally {
        header.leave(reader);
      }
    },
  };
}

/** Gives back the number of a reader whose thread ended, perhaps in a search. */
export function releaseReader(memory: IndexMemory, reader: number): void {
  openMemory(memory).space.header.leave(reader);
}
