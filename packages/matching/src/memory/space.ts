import { Header } from './header.ts';
import type { IndexMemory } from './index-memory.ts';
import { Lists } from './lists.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

/** What all parts of an index keep their numbers, lists and texts in. */
export interface Space {
  memory: IndexMemory;
  header: Header;
  texts: Texts;
  lists: Lists;
  words: Words;
}

export function openSpace(memory: IndexMemory): Space {
  const header = new Header(memory);
  const texts = new Texts(memory, header);
  const lists = new Lists(memory, header);
  return { memory, header, texts, lists, words: new Words(memory, header, lists, texts) };
}

/** Sees what the writer has added since. */
export function refreshSpace({ texts, lists, words }: Space): void {
  texts.refresh();
  lists.refresh();
  words.refresh();
}
