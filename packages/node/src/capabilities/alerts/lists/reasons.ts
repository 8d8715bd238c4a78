import type { ImportProblem } from '@entente/contracts/alerts';

type Code = ImportProblem['code'];

/** Why a record or a field could not be read: a code with values for any language, and the sentence in English. */
export interface Reason {
  code: Code;
  values: Record<string, string>;
  text: string;
}

const SENTENCES: Record<Code, string> = {
  'read-as-utf-16': 'the file is in UTF-16, not UTF-8; it was read as UTF-16',
  'read-as-windows-1252': 'the line is not UTF-8; it was read as windows-1252',
  cut: 'the file is cut: it ends inside this record',
  'misplaced-quote': 'a quotation mark stands where none may',
  'open-quote': 'a quotation mark is never closed',
  'endless-record': 'the record does not end: it is too long, or a quotation mark is never closed',
  'wrong-columns': 'the record has {found} columns, not {expected}',
  'huge-record': 'the record holds more than any list gives',
  'no-reference': 'the record has no {field}',
  'repeated-reference': 'the reference already stands at {place}',
  'unknown-kind': 'the {field} "{text}" is none known here',
  'no-name': 'the record has no name',
  'long-name': 'a name of {count} characters was left out',
  'many-names': 'more than {count} names; the rest were left out',
  'writing-direction': 'a name held controls of writing direction, which were taken out',
  'unknown-country': 'nationality: "{text}" names no country known here',
  'impossible-date': '{field}: "{text}" is no possible date',
  'unreadable-date': '{field}: no date could be read in "{text}"',
  'other-calendar': '{field}: "{text}" is a date of another calendar and was left out',
  'limit-date': '{field}: "{text}" is no date but a limit, and was left out',
  'kept-missing':
    '{missing} records that the files no longer name were kept, since {unreadable} that could not be read may be among them',
};

/** Fields of ours in words; others stand as their list calls them. */
const FIELDS: Record<string, string> = { birthDate: 'birth date', listedOn: 'date of listing' };

/** The reason of that code. Values are shortened to a line. */
export function because(code: Code, values: Record<string, string | number> = {}): Reason {
  const short = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(String(value))]));
  const text = SENTENCES[code].replace(
    /\{(\w+)\}/g,
    (_, name: string) => FIELDS[short[name] ?? ''] ?? short[name] ?? '',
  );
  return { code, values: short, text };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}
