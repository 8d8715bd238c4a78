import type { ImportProblem, ListedSubject, ListFormat, ListId } from '@entente/contracts/alerts';
import { readEuFsf } from './eu-fsf.ts';
import { readEuOj } from './eu-oj.ts';
import { ListFileError, type ListItem, problemItem, type Reading } from './item.ts';
import { findOfacSet } from './ofac-files.ts';
import { openOfacSet, readOfac } from './ofac-sdn.ts';
import { because } from './reasons.ts';
import { type ListSource, openSource, sizeOf } from './source.ts';
import { readUkSl } from './uk-sl.ts';
import { readUnSc } from './un-sc.ts';
import { readUsCsl } from './us-csl.ts';

/** A list opened for reading: which it is, its files in order, and its items. */
export interface OpenList {
  list: ListId;
  files: { name: string; bytes: number }[];
  bytesTotal: number;
  items(): AsyncGenerator<ListItem>;
}

const PROGRESS_EVERY = 256;

/** Tells which list the files are and how large, without reading them. Throws `ListFileError`. */
export async function openList(reading: Reading): Promise<OpenList> {
  if (reading.paths.length === 0) throw new ListFileError('list-unreadable', 'No file was given.');
  const { list, sources, read } = await chooseReader(reading);
  const files = await Promise.all(sources.map(async ({ name, path }) => ({ name, bytes: await sizeOf(path) })));
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  return { list, files, bytesTotal, items: () => refuseRepeats(withProgress(read(), sources), reading.signal) };
}

async function chooseReader(reading: Reading) {
  if (reading.format === 'ofac-sdn') {
    const set = openOfacSet(await findOfacSet(reading.paths), reading);
    const sources = [set.names, set.addresses, set.comments, set.targets].filter((source) => source !== undefined);
    return { list: reading.list ?? set.list, sources, read: () => readOfac(set, reading) };
  }
  const sources = reading.paths.map((path) => openSource(path, reading.signal, reading.limits));
  const list = reading.list ?? reading.format;
  return { list, sources, read: () => READERS[reading.format as keyof typeof READERS](sources, reading) };
}

const READERS = {
  'un-sc': readUnSc,
  'us-csl': readUsCsl,
  'eu-oj': readEuOj,
  'eu-fsf': readEuFsf,
  'uk-sl': readUkSl,
} satisfies Record<
  Exclude<ListFormat, 'ofac-sdn'>,
  (sources: ListSource[], reading: Reading) => AsyncGenerator<ListItem>
>;

async function* withProgress(items: AsyncGenerator<ListItem>, sources: ListSource[]): AsyncGenerator<ListItem> {
  let count = 0;
  for await (const item of items) {
    yield item;
    count += 1;
    if (count % PROGRESS_EVERY === 0) yield { kind: 'progress', bytes: bytesRead(sources) };
  }
  yield { kind: 'progress', bytes: bytesRead(sources) };
}

function bytesRead(sources: ListSource[]): number {
  return sources.reduce((sum, source) => sum + source.bytesRead, 0);
}

/** A reference names one record; a second one under it is refused, and says where the first stands. */
async function* refuseRepeats(
  items: AsyncGenerator<ListItem>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ListItem> {
  const seen = new Map<string, string>();
  let subjects = 0;
  let refused = 0;
  for await (const item of items) {
    signal?.throwIfAborted();
    if (item.kind === 'subject') {
      const { ref } = item.subject;
      const first = seen.get(ref);
      if (first === undefined) {
        seen.set(ref, `${item.place.file}, ${item.place.place}`);
        subjects += 1;
      } else {
        refused += 1;
        yield problemItem(item.place, because('repeated-reference', { place: first }), true, ref);
        continue;
      }
    } else if (item.kind === 'problem' && item.refused) {
      refused += 1;
    }
    yield item;
  }
  if (subjects + refused === 0) throw new ListFileError('list-empty', 'There is not one record in what was given.');
  if (subjects === 0) {
    throw new ListFileError(
      'list-wrong-format',
      `Not one of the ${refused} records could be read; the problems say why.`,
    );
  }
}

/** How `readList` reports what it left out. */
export interface ReadListOptions {
  onProblem?(problem: ImportProblem, refused: boolean): void;
  signal?: AbortSignal;
  list?: ListId;
}

/** The subjects of a list, streamed from its files, without a database. Throws `ListFileError` when a file cannot be read as that list. */
export async function* readList(
  format: ListFormat,
  paths: readonly string[],
  options: ReadListOptions = {},
): AsyncGenerator<ListedSubject> {
  const { onProblem, ...rest } = options;
  const opened = await openList({ format, paths, ...rest });
  for await (const item of opened.items()) {
    if (item.kind === 'subject') yield item.subject;
    else if (item.kind === 'problem') onProblem?.(item.problem, item.refused);
  }
}
