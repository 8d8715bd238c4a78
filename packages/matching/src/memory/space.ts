import { Header } from './header.ts';
import { HEADER, type IndexMemory } from './index-memory.ts';
import { Lists } from './lists.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

/** What all parts of an index keep their numbers, lists and texts in. */
export interface Space {
  memory: IndexMemory;
  header: Header;
  /** What lists and tokens are called. */
  texts: Texts;
  /** The subjects as they were handed in; apart, because a search reads few of them and all it reads else should lie close. */
  records: Texts;
  lists: Lists;
  words: Words;
}

export function openSpace(memory: IndexMemory): Space {
  const header = new Header(memory);
  const texts = new Texts(memory.texts, header, HEADER.texts);
  const records = new Texts(memory.records, header, HEADER.records);
  const lists = new Lists(memory, header);
  return { memory, header, texts, records, lists, words: new Words(memory, header, lists, texts) };
}

/** Sees what the writer has added since. */
export function refreshSpace({ texts, records, lists, words }: Space): void {
  texts.refresh();
  records.refresh();
  lists.refresh();
  words.refresh();
}
