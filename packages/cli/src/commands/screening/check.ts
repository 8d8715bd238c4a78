import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Found } from '@entente/node/screening';
import { type Command, CommandError, EXIT, type Invocation } from '../../command.ts';
import { type Line, readLines } from '../../offline/lines.ts';
import { buildListIndex, type ListIndex } from '../../offline/list-index.ts';
import { readQueryLine } from '../../offline/query-line.ts';
import { unpack } from '../../offline/unpack.ts';

/** No honest query is longer. */
const LONGEST_LINE = 64 * 1024;

export const command: Command = {
  summary: 'Check many names, documents or zones against list files, without a node',
  usage: '--list FORMAT:FILE [--list …] --queries FILE --out FILE',
  details: `
Builds the index in memory from list files and answers each line of the queries. No database, no server. Every list
given is searched, whatever its basis.

  --list FORMAT:FILE  un-sc, ofac-sdn (its folder), us-csl, eu-oj, eu-fsf or uk-sl; may be given several times;
                      files may be gzipped
  --queries FILE      JSON lines {"id","name"?,"names"?,"birthDate"?,"nationality"?,"sex"?,"document"?,"mrz"?};
                      may be gzipped; - reads standard input
  --out FILE          JSON lines {"id","hit","candidates":[{"list","ref","name","score","evidence"}]}, at most ten
                      candidates, best first; - writes standard output

Dates are YYYY, YYYY-MM or YYYY-MM-DD, padded or not; nationality is an ISO code or a name; an empty text is absent.
Fields that cannot be understood are left out of the search and named in "ignored". A line that asks nothing is answered
with "error" and "hit": null, and the exit code is 1.`,
  options: {
    list: { type: 'string', multiple: true },
    queries: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (invocation, io) => {
    const { lists, queries, out } = readWords(invocation);
    const built = await buildListIndex(lists, io.signal, (problem) => io.err(`${problem}\n`));
    io.err(`${built.index.size} subjects of ${[...built.lists].join(', ')}; ${built.refused} records refused\n`);
    const counts = { answered: 0, hits: 0, errors: 0 };
    const input =
      queries === '-'
        ? (io.stdin as AsyncIterable<Uint8Array>)
        : (createReadStream(queries) as AsyncIterable<Uint8Array>);
    const answers = answerLines(readLines(unpack(input), LONGEST_LINE), built, counts);
    try {
      if (out === '-') for await (const answer of answers) io.out(answer);
      else await pipeline(answers, createWriteStream(out), { signal: io.signal });
    } catch (error) {
      throw asCommandError(error);
    }
    io.err(`${counts.answered} queries answered, ${counts.hits} with candidates, ${counts.errors} not understood\n`);
    return counts.errors > 0 ? EXIT.no : EXIT.ok;
  },
};

function readWords({ values, words }: Invocation) {
  const lists = (values.list ?? []) as string[];
  const { queries, out } = values as { queries?: string; out?: string };
  if (words.length > 0) throw new CommandError(`"${words[0]}" belongs to no option`, EXIT.usage);
  if (lists.length === 0) throw new CommandError('--list FORMAT:FILE is missing', EXIT.usage);
  if (!queries) throw new CommandError('--queries FILE is missing', EXIT.usage);
  if (!out) throw new CommandError('--out FILE is missing', EXIT.usage);
  return { lists, queries, out };
}

async function* answerLines(
  lines: AsyncIterable<Line>,
  { index, lists }: ListIndex,
  counts: { answered: number; hits: number; errors: number },
): AsyncGenerator<string> {
  const today = new Date().toISOString().slice(0, 10);
  for await (const line of lines) {
    const asked =
      'text' in line
        ? readQueryLine(line.text, today)
        : { ok: false as const, id: null, error: `longer than ${LONGEST_LINE} characters` };
    counts.answered += 1;
    if (!asked.ok) {
      counts.errors += 1;
      yield toLine({ id: asked.id, hit: null, candidates: [], error: `line ${line.number}: ${asked.error}` });
      continue;
    }
    const candidates = index.search(asked.query, lists).map(toCandidate);
    if (candidates.length > 0) counts.hits += 1;
    const ignored = asked.ignored.length > 0 && { ignored: asked.ignored };
    yield toLine({ id: asked.id, hit: candidates.length > 0, candidates, ...ignored });
  }
}

function toCandidate({ listing, match }: Found) {
  const { list, ref, name } = listing;
  return { list, ref, name, score: match.score, evidence: match.evidence };
}

function toLine(answer: object): string {
  return `${JSON.stringify(answer)}\n`;
}

function asCommandError(error: unknown): unknown {
  const { code, path, name } = error as NodeJS.ErrnoException;
  if (name === 'AbortError') return new CommandError('stopped before the last query was answered');
  return code && path ? new CommandError(`${path} cannot be used (${code})`) : error;
}
