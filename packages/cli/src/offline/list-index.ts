import type { ListId } from '@entente/contracts/alerts';
import { ListFormat } from '@entente/contracts/alerts';
import { ListFileError, readList } from '@entente/node/lists';
import { createWatchIndex, type WatchIndex } from '@entente/node/screening';
import { CommandError, EXIT } from '../command.ts';

/** An index of list files, and what went into it. */
export interface ListIndex {
  index: WatchIndex;
  lists: Set<ListId>;
  /** Records that could not be read, each with its place and reason. */
  refused: number;
}

const FORMATS = ListFormat.enum as readonly string[];

/** Builds the index from words `FORMAT:FILE`; what a list's reader refuses is said by `onProblem`. */
export async function buildListIndex(
  words: string[],
  signal: AbortSignal,
  onProblem: (text: string) => void,
): Promise<ListIndex> {
  const built: ListIndex = { index: createWatchIndex(), lists: new Set(), refused: 0 };
  for (const [at, word] of words.entries()) {
    const { format, path } = splitWord(word);
    try {
      await addList(built, at, format, path, signal, onProblem);
    } catch (error) {
      if (!(error instanceof ListFileError)) throw error;
      throw new CommandError(`${word}: ${error.message}`);
    }
  }
  return built;
}

async function addList(
  built: ListIndex,
  at: number,
  format: ListFormat,
  path: string,
  signal: AbortSignal,
  onProblem: (text: string) => void,
): Promise<void> {
  const subjects = readList(format, [path], {
    signal,
    onProblem: (problem, refused) => {
      if (refused) built.refused += 1;
      onProblem(
        `${problem.file}, ${problem.place}: ${problem.reason}${refused ? '' : ' (the record went in without it)'}`,
      );
    },
  });
  for await (const subject of subjects) {
    built.index.put(`${subject.list}:${subject.ref}:${at}`, subject);
    built.lists.add(subject.list);
  }
}

function splitWord(word: string): { format: ListFormat; path: string } {
  const colon = word.indexOf(':');
  const [format, path] = [word.slice(0, Math.max(colon, 0)), word.slice(colon + 1)];
  if (!FORMATS.includes(format) || path === '') {
    throw new CommandError(`--list ${word} is not FORMAT:FILE with one of ${FORMATS.join(', ')}`, EXIT.usage);
  }
  return { format: format as ListFormat, path };
}
