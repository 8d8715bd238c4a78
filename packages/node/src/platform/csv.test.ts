import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvRecords, type CsvRow, parseCsv } from './csv.ts';

const cells = (rows: Iterable<CsvRow>) => [...rows].flatMap((row) => (row.kind === 'row' ? [row.cells] : []));
const kinds = (rows: Iterable<CsvRow>) => [...rows].map((row) => `${row.kind} ${row.line}`);

/** Cells as another program would write them; the first is never empty, since an empty line is no record. */
const table = fc.array(
  fc.tuple(fc.string({ minLength: 1 }), fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 })),
  { minLength: 1, maxLength: 8 },
);
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const write = (rows: string[][]) => rows.map((row) => row.map(quote).join(',')).join('\r\n');

describe('records of a CSV file', () => {
  test('come out as another program wrote them', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const written = rows.map(([first, rest]) => [first, ...rest]);
        expect(cells(parseCsv(write(written)))).toEqual(written);
      }),
    );
  });

  test('are the same as an independent reader sees', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = write(rows.map(([first, rest]) => [first, ...rest]));
        const independent = parse(text, { relax_column_count: true, skip_empty_lines: true }) as string[][];
        expect(cells(parseCsv(text))).toEqual(independent);
      }),
    );
  });

  test('do not depend on where the file is cut into pieces', () => {
    const text = fc
      .array(fc.constantFrom('a', '1', '"', '""', ',', '\n', '\r\n', ' ', 'é', '\u001a'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(40), { maxLength: 5 }),
        fc.constantFrom(undefined, 2, 3),
        (whole, cuts, columns) => {
          const records = new CsvRecords({ columns: () => columns }, 1000);
          const places = [...new Set(cuts.map((cut) => Math.min(cut, whole.length)))].sort((a, b) => a - b);
          const pieces = [0, ...places].map((from, at) => whole.slice(from, [...places, whole.length][at]));
          const rows = [...pieces.flatMap((piece) => [...records.write(piece)]), ...records.end()];
          expect(rows).toEqual([...parseCsv(whole, columns)]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('carry the line they begin on, blank lines and line ends within quotes counted', () => {
    expect(kinds(parseCsv('a,b\n\n"c\nc",d\ne,f\n', 2))).toEqual(['row 1', 'row 3', 'row 5']);
  });

  test('of a wrong width are faults, and the others go on', () => {
    expect(kinds(parseCsv('a,b\nc\nd,e,f\ng,h\n', 2))).toEqual(['row 1', 'fault 2', 'fault 3', 'row 4']);
  });

  test('after a stray quotation mark go on with the next line', () => {
    expect(kinds(parseCsv('a,b\n"c" x,d\ne,f\n', 2))).toEqual(['row 1', 'fault 2', 'row 3']);
    expect(kinds(parseCsv('a,b\n"c,d\ne,f\ng,h\n', 2))).toEqual(['row 1', 'fault 2', 'row 3', 'row 4']);
  });

  test('behind a quotation mark that another one closes by chance are found again', () => {
    expect(kinds(parseCsv('a,b,c\n"d,e,f\ng,h,"i"\nj,k,l\n', 3))).toEqual(['row 1', 'fault 2', 'row 3', 'row 4']);
  });

  test.each([
    ['in a bare cell', 'a,b,c\nd,e'],
    ['in a quoted cell', 'a,b,c\nd,"e'],
    ['in a quoted cell of several lines', 'a,b,c\nd,"e\nf\ng'],
  ])('that the file ends in, %s, are told as cut', (_, text) => {
    expect(kinds(parseCsv(text, 3))).toEqual(['row 1', 'cut 2']);
  });

  test('without a last line end are whole when no column is missing', () => {
    expect(kinds(parseCsv('a,b\nc,d', 2))).toEqual(['row 1', 'row 2']);
  });

  test('the end-of-file mark of an older system is no record', () => {
    expect(kinds(parseCsv('a,b\r\n\u001a', 2))).toEqual(['row 1']);
  });

  test('come apart at the separator they were written with', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(';', '\t', ','), (rows, separator) => {
        const written = rows.map(([first, rest]) => [first, ...rest]);
        const text = written.map((row) => row.map(quote).join(separator)).join('\n');
        expect(cells(parseCsv(text, undefined, separator))).toEqual(written);
      }),
    );
    expect(cells(parseCsv('a,1;b\n', 2, ';'))).toEqual([['a,1', 'b']]);
  });

  test('a record without end is given up at the bound', () => {
    const records = new CsvRecords({ columns: () => 2 }, 100);
    const rows = [...records.write(`"${'x'.repeat(500)}\na,b\n`), ...records.end()];
    expect(kinds(rows)).toEqual(['fault 1', 'row 2']);
  });
});
