import { createReadStream } from 'node:fs';
import { type MrzResult, readMrz } from '@entente/matching';
import { type Command, CommandError, EXIT, type Io } from '../../command.ts';
import { readLines } from '../../offline/lines.ts';

/** No zone is longer, in characters. */
const LONGEST_LINE = 4096;

/** A zone's lines as they stood in the input, and where the first one stood. */
interface ZoneText {
  line: number;
  text: string;
}

export const command: Command = {
  summary: 'Read machine-readable zones: fields and check-digit verdicts',
  usage: '[FILE …] [--today YYYY-MM-DD]',
  details: `
Reads zones of passports, cards and visas (TD1, TD2, TD3, MRV-A, MRV-B) from files or standard input, one line of the
zone per line, or a whole zone on one line; an empty line ends a zone. Case and spaces do not matter.

  --today DATE  the day by which two-digit years get their century; today if not given
  --json        one JSON object per zone

The exit code is 1 when any zone is cut, does not agree with a check digit, or is none.`,
  options: { today: { type: 'string' } },
  run: async ({ values, words, json }, io) => {
    const today = readToday(values.today as string | undefined);
    let zones = 0;
    let invalid = 0;
    for (const source of words.length > 0 ? words : ['-']) {
      for await (const zone of zonesOf(source, io)) {
        zones += 1;
        const result = readMrz(zone.text, today);
        const valid = isValid(result);
        if (!valid) invalid += 1;
        io.out(
          json
            ? `${JSON.stringify({ source, line: zone.line, valid, ...result })}\n`
            : describe(zone, source, result, valid),
        );
      }
    }
    if (zones === 0) throw new CommandError('there is no zone in the input');
    return invalid > 0 ? EXIT.no : EXIT.ok;
  },
};

function readToday(given: string | undefined): string {
  if (given === undefined) return new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(given) || Number.isNaN(Date.parse(given)))
    throw new CommandError(`--today is a date like 2018-06-10, not "${given}"`, EXIT.usage);
  return given;
}

/** Parts the input into zones: by empty lines, and by the number of lines that the width of the first calls for. */
async function* zonesOf(source: string, io: Io): AsyncGenerator<ZoneText> {
  let zone: ZoneText | undefined;
  let last = 0;
  for await (const { number, text } of linesOf(source, io)) {
    if (zone && number > last + 1) {
      yield zone;
      zone = undefined;
    }
    last = number;
    zone = zone ? { line: zone.line, text: `${zone.text}\n${text}` } : { line: number, text };
    const lines = zone.text.split('\n');
    if (lines.length < linesNeeded(lines[0]!)) continue;
    yield zone;
    zone = undefined;
  }
  if (zone) yield zone;
}

/** The lines that are not empty, numbered; one too long to be held stays too long to be a zone. */
async function* linesOf(source: string, io: Io): AsyncGenerator<{ number: number; text: string }> {
  const input = source === '-' ? (io.stdin as AsyncIterable<Uint8Array>) : createReadStream(source);
  try {
    for await (const line of readLines(input, LONGEST_LINE))
      yield 'text' in line ? line : { number: line.number, text: '<'.repeat(LONGEST_LINE) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code ? new CommandError(`${source} cannot be read (${code})`) : error;
  }
}

function linesNeeded(first: string): number {
  const width = first.replace(/\s+/gu, '').length;
  if (width > 44) return 1;
  return width <= 30 ? 3 : 2;
}

function isValid(result: MrzResult): boolean {
  return (
    result.ok && result.missing.length === 0 && result.reading.checkDigits.every(({ verdict }) => verdict !== 'invalid')
  );
}

function describe({ line }: ZoneText, source: string, result: MrzResult, valid: boolean): string {
  const head = source === '-' ? `line ${line}` : `${source}, line ${line}`;
  if (!result.ok) return `${head}: no zone (${result.code}). ${result.detail}\n\n`;
  const { format, checkDigits, corrections, lines: _, ...fields } = result.reading;
  const rows = Object.entries(fields).map(([field, value]) => `  ${field.padEnd(16)}${value}`);
  const digits = checkDigits.map(({ field, verdict }) => `  check digit     ${field}: ${verdict}`);
  const corrected = corrections.map(
    ({ field, read, taken }) => `  corrected       ${field}: read ${read}, taken for ${taken}`,
  );
  const missing = result.missing.length > 0 ? [`  missing         ${result.missing.join(', ')}`] : [];
  return `${[`${head}: ${format}, ${valid ? 'valid' : 'not valid'}`, ...rows, ...digits, ...corrected, ...missing].join('\n')}\n\n`;
}
