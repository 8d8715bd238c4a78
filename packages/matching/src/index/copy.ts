import { createMemory, type IndexMemory } from '../memory/index-memory.ts';
import type { IndexCopy } from '../model.ts';
import { file, openMemory, refresh, type Searched } from './searched.ts';

/**
 * Writes what is in force in a memory to a new one, without what has ended and without room to spare. Changes may go on in the old
 * one meanwhile: what is in force when this begins is copied. `reader`: as for `attachIndex`.
 */
export function copyIndex(memory: IndexMemory, reader: number): IndexCopy {
  const from = openMemory(memory);
  from.space.header.enter(reader);
  try {
    const end = from.subjects.end;
    refresh(from);
    const to = openMemory(createMemory());
    const isEnded = endedBy(from, end);
    const tokens = new Map<number, number>();
    for (let ordinal = 0; ordinal < end; ordinal++)
      if (isEnded[ordinal] === 0 && from.subjects.isSubject(ordinal)) copySubject(from, to, ordinal, tokens);
    return { memory: to.space.memory, changes: end };
  } finally {
    from.space.header.leave(reader);
  }
}

/** Ids of what changed since a copy was begun; each once. */
export function changedSince({ subjects }: Searched, end: number): Set<string> {
  const ids = new Set<string>();
  for (let place = subjects.endings - 1; place >= 0; place--) {
    const { ordinal, change } = subjects.ending(place);
    if (change <= end) break;
    ids.add(subjects.id(ordinal));
  }
  for (let ordinal = end; ordinal < subjects.end; ordinal++)
    if (subjects.isSubject(ordinal)) ids.add(subjects.id(ordinal));
  return ids;
}

function copySubject(from: Searched, to: Searched, ordinal: number, known: Map<number, number>): void {
  const run = from.subjects.names(ordinal);
  const found = new Set<number>();
  for (let at = 1; at < run.length; ) {
    const end = at + 1 + run[at]!;
    for (at += 1; at < end; at++) {
      const token = run[at]!;
      const number = known.get(token) ?? to.vocabulary.copy(from.vocabulary, token);
      known.set(token, number);
      run[at] = number;
      if (to.vocabulary.tokens.isName(number)) found.add(number);
    }
  }
  const written = to.subjects.copy(from.subjects, ordinal, run);
  const { documents } = from.subjects.read(ordinal);
  const numbers = documents.map(({ number }) => number);
  file(to, written, found, numbers);
  to.subjects.commit({ begun: written });
}

function endedBy({ subjects }: Searched, end: number): Uint8Array {
  const isEnded = new Uint8Array(end);
  for (let place = 0; place < subjects.endings; place++) {
    const { ordinal, change } = subjects.ending(place);
    if (change > end) break;
    isEnded[ordinal] = 1;
  }
  return isEnded;
}
