import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  LARGEST_PASSENGER_FILE,
  MOST_PASSENGERS,
  PassengerEncoding,
  type UnreadRow,
} from '@entente/contracts/screening/passenger-list';
import { type Found, type ListReading, readPassengerList, readRequest } from '@entente/node/screening';
import { type Command, CommandError, EXIT, type Invocation } from '../../command.ts';
import { buildListIndex } from '../../offline/list-index.ts';

const ENCODINGS = PassengerEncoding.enum as readonly string[];

type List = Extract<ListReading, { ok: true }>['list'];

export const command: Command = {
  summary: 'Check a passenger list against list files, without a node',
  usage: 'FILE [--list FORMAT:FILE …] [--encoding NAME]',
  details: `
Reads the list as the node would (CSV, or a UN/EDIFACT PAXLST message; at most ${MOST_PASSENGERS} people) and checks everybody who can
be asked about. Nothing is kept. It asks list files alone: alerts answer at the node, where each check is recorded.

  --list FORMAT:FILE  as for "screening check"; without any, the people are printed as they were read
  --encoding NAME     ${ENCODINGS.join(', ')};
                      by itself only UTF-8 and UTF-16 are told

One JSON line for each person, those who may be meant first: {"line","hit","candidates":[…]}. Rows that could not be read go to
standard error with their line and reason, and the exit code is then 1.`,
  options: { list: { type: 'string', multiple: true }, encoding: { type: 'string' } },
  run: async (invocation, io) => {
    const { path, lists, encoding } = readWords(invocation);
    const list = await readFileOf(path, encoding);
    for (const row of list.shown.unread) io.err(`${describe(row)}\n`);
    for (const { code } of list.shown.warnings) io.err(`${path}: ${code}\n`);
    if (lists.length === 0) for (const person of list.people) io.out(`${JSON.stringify(person)}\n`);
    else await checkAll(list, await buildListIndex(lists, io.signal, (problem) => io.err(`${problem}\n`)), io.out);
    io.err(`${list.people.length} people, ${list.shown.unread.length} rows not read\n`);
    return list.shown.unread.length > 0 ? EXIT.no : EXIT.ok;
  },
};

function readWords({ values, words }: Invocation) {
  const [path, ...rest] = words;
  if (path === undefined || rest.length > 0) throw new CommandError('one FILE is wanted', EXIT.usage);
  const encoding = values.encoding as PassengerEncoding | undefined;
  if (encoding !== undefined && !ENCODINGS.includes(encoding))
    throw new CommandError(`--encoding is one of ${ENCODINGS.join(', ')}`, EXIT.usage);
  return { path, lists: (values.list ?? []) as string[], encoding };
}

async function readFileOf(path: string, encoding: PassengerEncoding | undefined): Promise<List> {
  const content = await stat(path)
    .then(({ size }) => {
      if (size > LARGEST_PASSENGER_FILE) throw new CommandError(`${path} is larger than a passenger list may be`);
      return readFile(path);
    })
    .catch((error: NodeJS.ErrnoException) => {
      throw error.code ? new CommandError(`${path} cannot be read (${error.code})`) : error;
    });
  const file = {
    name: basename(path),
    content: content.toString('base64'),
    reading: { ...(encoding && { encoding }) },
  };
  const reading = readPassengerList({ file }, today());
  if (!reading.ok) throw new CommandError(`${path}: ${reading.code}`);
  return reading.list;
}

async function checkAll(
  { people }: List,
  { index, lists }: Awaited<ReturnType<typeof buildListIndex>>,
  out: (text: string) => void,
): Promise<void> {
  const answers = people.flatMap(({ line, request }) => {
    const reading = readRequest(request, today());
    return reading.ok ? [{ line, candidates: index.search(reading.question.query, lists).map(toCandidate) }] : [];
  });
  const ordered = answers.toSorted((a, b) => b.candidates.length - a.candidates.length || a.line - b.line);
  for (const { line, candidates } of ordered)
    out(`${JSON.stringify({ line, hit: candidates.length > 0, candidates })}\n`);
}

function toCandidate({ listing, match }: Found) {
  const { list, ref, name } = listing;
  return { list, ref, name, score: match.score, evidence: match.evidence };
}

function describe({ line, code, text }: UnreadRow): string {
  return `line ${line}: not checked (${code}${text === undefined ? '' : `: ${text}`})`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
