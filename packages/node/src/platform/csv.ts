/** Why a record is none. */
export type CsvFault = 'misplaced-quote' | 'endless-record' | 'open-quote' | 'wrong-columns';

/** A record of a CSV file, a fault in its place, or word that the file ends inside its last record. */
export type CsvRow =
  | { kind: 'row'; line: number; cells: string[] }
  /** `cells` where the record could be told apart but has too few or too many. */
  | { kind: 'fault'; line: number; fault: CsvFault; cells?: string[] }
  | { kind: 'cut'; line: number };

export interface CsvShape {
  /** Columns of a whole record; undefined until a header has been read. */
  columns(): number | undefined;
  /** One character; a comma unless told. */
  separator?: string;
}

/** No record of a text at hand is longer, in characters. */
const LONGEST_RECORD = 2 ** 20;

/** RFC 4180 records of a text at hand, with the line each begins on. */
export function* parseCsv(
  text: string,
  columns?: number | (() => number | undefined),
  separator = ',',
): Generator<CsvRow> {
  const expected = typeof columns === 'function' ? columns : () => columns;
  const records = new CsvRecords({ columns: expected, separator }, LONGEST_RECORD);
  yield* records.write(text);
  yield* records.end();
}

type Scan = { cells: string[]; next: number } | 'unfinished' | 'misquoted';

/**
 * RFC 4180 records out of text as it comes in, with the physical line each begins on; `longest` bounds one record, in characters.
 * A quote out of place harms only the line it stands on: reading goes on with the next line, where a general parser would swallow
 * the rest of the file looking for the closing quote.
 */
export class CsvRecords {
  readonly #shape: CsvShape;
  readonly #longest: number;
  readonly #separator: number;
  #pending = '';
  #line = 1;
  #skipping = false;

  constructor(shape: CsvShape, longest: number) {
    this.#shape = shape;
    this.#longest = longest;
    this.#separator = (shape.separator ?? ',').charCodeAt(0);
  }

  *write(text: string): Generator<CsvRow> {
    this.#pending += text;
    yield* this.#drain(false);
  }

  *end(): Generator<CsvRow> {
    yield* this.#drain(true);
    if (this.#pending.length > 0) yield* this.#judgeOpenQuote();
  }

  *#drain(ended: boolean): Generator<CsvRow> {
    let at = this.#skipping ? this.#skipLine(0) : 0;
    while (at < this.#pending.length) {
      const scan = scanRecord(this.#pending, at, ended, this.#separator);
      if (typeof scan === 'object') {
        yield* this.#judge(scan.cells, scan.next, ended);
        this.#line += countLines(this.#pending, at, scan.next);
        at = scan.next;
        continue;
      }
      const whole = ended || this.#pending.indexOf('\n', at) >= 0;
      const bounded = this.#pending.length - at <= this.#longest;
      if (bounded && (scan === 'unfinished' || !whole)) break;
      yield { kind: 'fault', line: this.#line, fault: FAULTS[scan] };
      at = this.#skipLine(at);
    }
    this.#pending = this.#pending.slice(at);
  }

  *#judge(cells: string[], next: number, ended: boolean): Generator<CsvRow> {
    if (cells.length === 1 && (cells[0] === '' || cells[0] === '\u001a')) return;
    const expected = this.#shape.columns();
    if (expected === undefined || cells.length === expected) {
      yield { kind: 'row', line: this.#line, cells };
    } else if (cells.length < expected && ended && next === this.#pending.length && !endsLine(this.#pending)) {
      yield { kind: 'cut', line: this.#line };
    } else {
      yield { kind: 'fault', line: this.#line, fault: 'wrong-columns', cells };
    }
  }

  /** An open quote at the end of the file: a stray one if whole records follow it, else the file is cut. */
  *#judgeOpenQuote(): Generator<CsvRow> {
    const opened = this.#line;
    const start = this.#skipLine(0);
    this.#pending = this.#pending.slice(start);
    const rows = this.#pending ? [...this.#drain(true)] : [];
    if (!rows.some((row) => row.kind === 'row')) {
      this.#pending = '';
      yield { kind: 'cut', line: opened };
      return;
    }
    yield { kind: 'fault', line: opened, fault: 'open-quote' };
    yield* rows;
    if (this.#pending) yield* this.#judgeOpenQuote();
  }

  /** Passes over the rest of a line, also where its end is still to come. */
  #skipLine(at: number): number {
    const newline = this.#pending.indexOf('\n', at);
    this.#skipping = newline < 0;
    if (newline < 0) return this.#pending.length;
    this.#line += 1;
    return newline + 1;
  }
}

const FAULTS = { misquoted: 'misplaced-quote', unfinished: 'endless-record' } as const;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Scans the record that begins at `at`. OFAC writes a blank after a closing quote's comma and before the line's end: both are let be. */
function scanRecord(text: string, at: number, ended: boolean, separator: number): Scan {
  const cells: string[] = [];
  let from = at;
  for (;;) {
    if (text.charCodeAt(from) === QUOTE) {
      const close = closingQuote(text, from + 1);
      if (close < 0 || (close === text.length - 1 && !ended)) return 'unfinished';
      cells.push(text.slice(from + 1, close).replaceAll('""', '"'));
      from = close + 1;
      while (text.charCodeAt(from) === 32) from += 1;
      if (from >= text.length && !ended) return 'unfinished';
    } else {
      const end = bareEnd(text, from, separator);
      if (end >= text.length && !ended) return 'unfinished';
      cells.push(text.slice(from, end));
      from = end;
    }
    const code = text.charCodeAt(from);
    if (code === separator) {
      from += 1;
    } else if (from >= text.length || code === LF || code === CR) {
      return { cells, next: afterLineEnd(text, from) };
    } else {
      return 'misquoted';
    }
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}

function bareEnd(text: string, from: number, separator: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) return at;
  }
  return text.length;
}

function afterLineEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) return at + 2;
  return Math.min(at + 1, text.length);
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function endsLine(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\r') || text.endsWith('\u001a');
}
