import type { IndexedSubject } from '../model.ts';
import { normalName } from '../names/normal-name.ts';
import type { NameRun } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The most names of one subject that are kept for search; the record keeps them all. */
const MOST_NAMES = 255;

/** The names of a subject as numbers of tokens, end to end, and those tokens that are names proper. */
export function readNames({ names }: IndexedSubject, vocabulary: Vocabulary): NameRun & { tokens: Set<number> } {
  const run = [Math.min(names.length, MOST_NAMES)];
  const tokens = new Set<number>();
  let fewestWords = 255;
  for (const { full } of names.slice(0, MOST_NAMES)) {
    const read = normalName(full);
    let words = 0;
    run.push(read.length);
    for (const token of read) {
      const number = vocabulary.numberOf(token);
      run.push(number);
      if (token.role !== 'name') continue;
      words += 1;
      tokens.add(number);
    }
    fewestWords = Math.min(fewestWords, words);
  }
  return { run, tokens, fewestWords };
}
