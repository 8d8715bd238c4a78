import { ListFormat, ListId } from '@entente/contracts/alerts';
import { CommandError, EXIT } from '../command.ts';

/** The word as a list's id; a usage fault otherwise. */
export function readListId(word: string | undefined): ListId {
  const ids = ListId.enum as readonly string[];
  if (word === undefined || !ids.includes(word)) {
    const what = word === undefined ? 'a list is missing' : `"${word}" is no list`;
    throw new CommandError(`${what}; the lists are ${ids.join(', ')}`, EXIT.usage);
  }
  return word as ListId;
}

/** The word as a list's format; a usage fault otherwise. */
export function readListFormat(word: string | undefined): ListFormat {
  const formats = ListFormat.enum as readonly string[];
  if (word === undefined || !formats.includes(word)) {
    const what = word === undefined ? '--format is missing' : `"${word}" is no format`;
    throw new CommandError(`${what}; the formats are ${formats.join(', ')}`, EXIT.usage);
  }
  return word as ListFormat;
}

/** Refuses words beyond the first `most`. */
export function refuseMore(words: string[], most: number): void {
  if (words.length > most) throw new CommandError(`"${words[most]}" belongs to no option`, EXIT.usage);
}
