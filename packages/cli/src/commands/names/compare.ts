import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { compareNames } from '@entente/matching';
import { CsvError, type Info, parse } from 'csv-parse';
import { type Command, CommandError, EXIT, type Invocation, type Io } from '../../command.ts';

/** No honest record is longer, in characters. */
const LONGEST_RECORD = 1 << 20;

/** A record as the parser hands it out: its fields, and where it stood. */
interface CsvRecord {
  record: string[];
  info: Info;
}

export const command: Command = {
  summary: 'Score pairs of names, in any scripts, from a CSV file',
  usage: '--in FILE --out FILE',
  details: `
  --in FILE   CSV (UTF-8, a header line) with columns left and right; - reads standard input
  --out FILE  the same with a column score, 0 to 1, set last; - writes standard output

Other columns are kept as they are. A score column that is already there is replaced. Nothing is left behind at --out
when a line cannot be read.

  entente names compare --in pairs.csv --out scores.csv`,
  options: { in: { type: 'string' }, out: { type: 'string' } },
  run: async (invocation, io) => {
    const { input, output } = readWords(invocation);
    const source = input === '-' ? io.stdin : createReadStream(input);
    const rows = scoreRows(source, input);
    const count = output === '-' ? await print(rows, io) : await writeWhole(rows, output, io);
    if (output !== '-' && !invocation.json) io.err(`${count} pairs scored\n`);
    if (invocation.json && output !== '-') io.out(`${JSON.stringify({ pairs: count, out: output })}\n`);
    return EXIT.ok;
  },
};

function readWords({ values, words }: Invocation): { input: string; output: string } {
  const { in: input, out: output } = values as { in?: string; out?: string };
  if (words.length > 0) throw new CommandError(`"${words[0]}" belongs to no option`, EXIT.usage);
  if (!input) throw new CommandError('--in FILE is missing', EXIT.usage);
  if (!output) throw new CommandError('--out FILE is missing', EXIT.usage);
  return { input, output };
}

/** The header line, then a line per pair. */
async function* scoreRows(source: NodeJS.ReadableStream, name: string): AsyncGenerator<string> {
  const parser = parse({ bom: true, info: true, max_record_size: LONGEST_RECORD, skip_empty_lines: true });
  source.on('error', (error) => parser.destroy(error));
  let columns: Columns | undefined;
  try {
    for await (const { record } of source.pipe(parser) as AsyncIterable<CsvRecord>) {
      if (!columns) {
        columns = findColumns(record, name);
        yield toLine([...columns.kept.map((at) => record[at]!), 'score']);
        continue;
      }
      const { score } = compareNames(record[columns.left]!, record[columns.right]!);
      yield toLine([...columns.kept.map((at) => record[at]!), String(Math.round(score * 10_000) / 10_000)]);
    }
  } catch (error) {
    throw asCommandError(error, name);
  }
  if (!columns) throw new CommandError(`${name} is empty; it needs a header line with columns left and right`);
}

interface Columns {
  left: number;
  right: number;
  /** Every column but an earlier score. */
  kept: number[];
}

function findColumns(header: string[], name: string): Columns {
  const names = header.map((column) => column.trim().toLowerCase());
  const [left, right] = [names.indexOf('left'), names.indexOf('right')];
  if (left < 0 || right < 0)
    throw new CommandError(
      `${name}, line 1: columns left and right are needed; found ${header.join(', ').slice(0, 200)}`,
    );
  return { left, right, kept: names.flatMap((column, at) => (column === 'score' ? [] : [at])) };
}

/** One CSV line (RFC 4180): quoted where it holds a quote, a comma, a line break or space at an end. */
function toLine(fields: string[]): string {
  return `${fields.map((field) => (/[",\r\n]|^\s|\s$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
}

async function print(rows: AsyncIterable<string>, io: Io): Promise<number> {
  let count = -1;
  for await (const row of rows) {
    if (io.signal.aborted) throw new CommandError('stopped before the last pair was scored');
    io.out(row);
    count += 1;
  }
  return count;
}

/** Writes beside the file and puts it in place once whole. Returns the number of pairs. */
async function writeWhole(rows: AsyncIterable<string>, path: string, io: Io): Promise<number> {
  const unfinished = `${path}.unfinished`;
  let count = -1;
  async function* counted(): AsyncGenerator<string> {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  }
  try {
    await pipeline(counted(), createWriteStream(unfinished), { signal: io.signal });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw asCommandError(error, path);
  }
  return count;
}

function asCommandError(error: unknown, name: string): unknown {
  if (error instanceof CommandError) return error;
  if (error instanceof CsvError) return new CommandError(`${name}, line ${error.lines ?? '?'}: ${error.message}`);
  const { code, path, name: kind } = error as NodeJS.ErrnoException;
  if (kind === 'AbortError') return new CommandError('stopped before the last pair was scored');
  return code ? new CommandError(`${path ?? name} cannot be used (${code})`) : error;
}
