import type { Sex } from './model.ts';
import { type CheckedField, checkDate, checkNumber, correctLetters } from './mrz/corrections.ts';
import { correctDocumentNumber, readDocumentNumber } from './mrz/document-number.ts';
import { birthDateOf, expiryDateOf, namesOf, numberOf, textOf } from './mrz/fields.ts';
import type { Layout, Span } from './mrz/layouts.ts';
import { arrangeLines, CUT } from './mrz/lines.ts';
import type { MrzField, MrzReading, MrzResult } from './mrz/model.ts';
import { asCyrillic, isRussianInternal, wholeNumber } from './mrz/russian-internal.ts';

export type {
  CheckDigit,
  MrzCorrection,
  MrzField,
  MrzFormat,
  MrzReading,
  MrzRefusalCode,
  MrzResult,
} from './mrz/model.ts';

/**
 * Reads a machine-readable zone (ICAO Doc 9303 parts 3 to 7: TD1, TD2, TD3, MRV-A, MRV-B) as a
 * scanner types it: any case, spaces, line breaks lost, the end cut off. `today` (`YYYY-MM-DD`)
 * settles the century of two-digit years. What is no zone comes back as a refusal, never a throw.
 */
export function readMrz(text: string, today: string): MrzResult {
  const arranged = arrangeLines(text);
  if ('code' in arranged) return { ok: false, ...arranged };
  const { layout, lines } = arranged;
  const at = ([line, from, to]: Span) => lines[line]!.slice(from, to);
  const after = ([line, , to]: Span) => lines[line]!.slice(to, to + 1);

  const printed = readDocumentNumber(at(layout.documentNumber), after(layout.documentNumber), at(layout.optional[0]!));
  const birth = checkDate('birth-date', at(layout.birthDate), after(layout.birthDate));
  const expiry = checkDate('expiry-date', at(layout.expiryDate), after(layout.expiryDate));
  const issuer = correctLetters('issuer', at(layout.issuer));
  const nationality = correctLetters('nationality', at(layout.nationality));
  const documentCode = numberOf(at(layout.documentCode)) ?? '';
  const isInternal = isRussianInternal(documentCode, issuer.value);
  const name = isInternal
    ? { value: asCyrillic(at(layout.name)), corrections: [] }
    : correctLetters('name', at(layout.name));
  const personal =
    layout.personalNumberCheck &&
    checkNumber('personal-number', at(layout.optional[0]!), at(layout.personalNumberCheck));
  const judge = (candidate: CheckedField) => compositeOf(layout, correctLines(layout, lines, candidate, birth, expiry));
  const corrected = correctDocumentNumber(printed);
  const number = corrected && judge(corrected)?.verdict === 'valid' ? corrected : printed;
  const composite = judge(number);
  const fields = [number, birth, expiry, issuer, nationality, name, personal, composite];
  const { family, given, truncated } = namesOf(name.value);

  const reading: MrzReading = {
    format: layout.format,
    documentCode,
    sex: sexOf(at(layout.sex)),
    family,
    given,
    nameTruncated: truncated,
    checkDigits: [
      { field: 'document-number', verdict: number.verdict },
      { field: 'birth-date', verdict: birth.verdict },
      { field: 'expiry-date', verdict: expiry.verdict },
      ...(personal ? [{ field: 'personal-number', verdict: personal.verdict } as const] : []),
      ...(composite ? [{ field: 'composite', verdict: composite.verdict } as const] : []),
    ],
    corrections: fields.flatMap((field) => field?.corrections ?? []),
    lines: lines.map((line) => line.replaceAll(CUT, '')),
  };
  const optional = [number.rest, ...layout.optional.slice(1).map(at)]
    .map((part) => textOf(part) ?? '')
    .join(' ')
    .trim();
  setPresent(reading, {
    issuer: numberOf(issuer.value),
    documentNumber: number.value.includes(CUT)
      ? undefined
      : numberOf(isInternal ? wholeNumber(number.value, at(layout.optional[0]!)) : number.value),
    nationality: nationality.value.includes(CUT) ? undefined : numberOf(nationality.value),
    birthDate: birthDateOf(birth.value, today),
    expiryDate: expiryDateOf(expiry.value, today),
    optional: optional === '' ? undefined : optional,
  });
  return { ok: true, reading, missing: missingOf(layout, lines) };
}

type OptionalFields = 'issuer' | 'documentNumber' | 'nationality' | 'birthDate' | 'expiryDate' | 'optional';

function setPresent(reading: MrzReading, fields: Record<OptionalFields, string | undefined>): void {
  for (const [field, value] of Object.entries(fields))
    if (value !== undefined) reading[field as OptionalFields] = value;
}

function sexOf(character: string): Sex {
  if (character === 'M') return 'male';
  return character === 'F' ? 'female' : 'unspecified';
}

/** The composite check digit, over the lines with what was corrected in them. */
function compositeOf(layout: Layout, lines: string[]): CheckedField | undefined {
  if (!layout.composite) return undefined;
  const { at, covers } = layout.composite;
  const covered = covers.map(([line, from, to]) => lines[line]!.slice(from, to)).join('');
  return checkNumber('composite', covered, lines[at[0]]!.slice(at[1], at[2]));
}

/** The lines with the checked fields and their check digits as corrected. */
function correctLines(
  layout: Layout,
  lines: string[],
  number: CheckedField,
  birth: CheckedField,
  expiry: CheckedField,
): string[] {
  const corrected = [...lines];
  const [, from, to] = layout.documentNumber;
  put(corrected, layout.documentNumber, number.value.slice(0, to - from).padEnd(to - from) + number.check);
  put(corrected, layout.birthDate, birth.value + birth.check);
  put(corrected, layout.expiryDate, expiry.value + expiry.check);
  return corrected;
}

/** Writes a value over a span; what is longer than the span covers what follows it. */
function put(lines: string[], [line, from, to]: Span, value: string): void {
  lines[line] = lines[line]!.slice(0, from) + value + lines[line]!.slice(Math.max(to, from + value.length));
}

/** The fields that a cut zone no longer holds in full. */
function missingOf(layout: Layout, lines: string[]): MrzField[] {
  const spans: [MrzField, Span | undefined][] = [
    ['issuer', layout.issuer],
    ['name', layout.name],
    ['document-number', layout.documentNumber],
    ['nationality', layout.nationality],
    ['birth-date', layout.birthDate],
    ['sex', layout.sex],
    ['expiry-date', layout.expiryDate],
    ['optional', layout.optional.at(-1)],
    ['composite', layout.composite?.at],
  ];
  return spans
    .filter(([, span]) => span && lines[span[0]]!.slice(span[1], span[2]).includes(CUT))
    .map(([field]) => field);
}
