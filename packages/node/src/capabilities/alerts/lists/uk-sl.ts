import type { SubjectKind } from '@entente/contracts/alerts';
import { countryWithin, type DocumentType, readDocuments } from './documents.ts';
import { SubjectDraft } from './draft.ts';
import { splitEnumerated, splitNationalities } from './enumeration.ts';
import { countRefs, type HeadedList, readHeaded } from './headed.ts';
import { type ListItem, problemItem, type Reading } from './item.ts';
import type { NameKind } from './names.ts';
import { because } from './reasons.ts';
import type { ListSource } from './source.ts';

type Row = Record<string, string>;

const LIST: HeadedList = {
  list: 'the UK sanctions list',
  header: ['Unique ID', 'Name 6', 'Name 1', 'Name type', 'Designation Type', 'Regime Name', 'D.O.B'],
  before: (cells) => {
    const date = /^Report Date:\s*(.+)$/i.exec(cells.join(',').trim().replace(/,+$/, ''))?.[1];
    if (date) return [{ kind: 'dated', listDate: date.trim().slice(0, 40) }];
    return cells.every((cell) => cell.trim() === '') ? [] : undefined;
  },
  refOf,
  inPlace: (row) =>
    (row['Designation Type'] ?? '').toLowerCase() in KINDS &&
    /^(male|female|)$/i.test(row.Gender ?? '') &&
    /^[\d/dmy\s()]*$/i.test(row['D.O.B'] ?? '') &&
    /^[\dIMO\s()]*$/i.test(row['IMO number'] ?? ''),
};

/**
 * The UK sanctions list as CSV: a line with the report date, a header, then one row per name, address or
 * number of a target. Rows of one Unique ID are merged wherever they stand, so the file is read twice.
 */
export async function* readUkSl(sources: ListSource[], reading: Reading): AsyncGenerator<ListItem> {
  yield { kind: 'scope', scope: '', complete: true };
  const counts = await countRefs(sources, LIST, refOf);
  const waiting = new Map<string, SubjectDraft>();
  for (const source of sources) {
    for await (const item of readHeaded(source, LIST)) {
      if (item.kind !== 'record') {
        yield* item.items;
        continue;
      }
      const { row, place } = item;
      const ref = refOf(row);
      const kind = KINDS[row['Designation Type']?.trim().toLowerCase() ?? ''];
      if (!ref || !kind) {
        const reason = ref
          ? because('unknown-kind', { field: 'designation type', text: row['Designation Type'] ?? '' })
          : because('no-reference', { field: 'Unique ID' });
        yield problemItem(place, reason, true, ref || undefined);
        continue;
      }
      const draft = waiting.get(ref) ?? new SubjectDraft(reading.list ?? 'uk-sl', ref, kind);
      readRow(draft, row);
      const left = (counts.get(ref) ?? 1) - 1;
      counts.set(ref, left);
      if (left > 0) {
        waiting.set(ref, draft);
      } else {
        waiting.delete(ref);
        yield* draft.items('', place);
      }
    }
  }
}

function refOf(row: Row): string {
  return (row['Unique ID'] ?? '').trim().slice(0, 100);
}

const KINDS: Record<string, SubjectKind | undefined> = {
  individual: 'person',
  entity: 'organisation',
  ship: 'vessel',
  vessel: 'vessel',
  aircraft: 'aircraft',
};

function readRow(draft: SubjectDraft, row: Row): void {
  readName(draft, row);
  draft.citation ??= row['UN Reference Number']?.trim() || undefined;
  for (const date of splitEnumerated(row['D.O.B'] ?? '')) draft.born(date);
  draft.birthPlace([row['Town of birth'], row['Country of birth']].filter(Boolean).join(', '));
  for (const country of splitNationalities(row['Nationality(/ies)'] ?? '')) draft.nationality(country);
  draft.sex(row.Gender);
  readNumbers(draft, row);
  draft.address(...ADDRESS.map((column) => row[column]));
  draft.programme(row['Regime Name']);
  for (const sanction of (row['Sanctions Imposed'] ?? '').split('|')) draft.programme(sanction);
  draft.listedOn(row['Date Designated']);
  readShip(draft, row);
  draft.once(row.Position && `${row.Position}.`);
  draft.once(row['Other Information']);
  draft.once(row['UK Statement of Reasons']);
}

const ADDRESS = [1, 2, 3, 4, 5, 6]
  .map((number) => `Address Line ${number}`)
  .concat('Address Postal Code', 'Address Country');

function readName(draft: SubjectDraft, row: Row): void {
  const family = row['Name 6']?.trim() ?? '';
  const given = [1, 2, 3, 4, 5].map((number) => row[`Name ${number}`]?.trim()).filter(Boolean);
  const quality = /low/i.test(row['Alias strength'] ?? '') ? 'low' : 'good';
  const parts = draft.kind === 'person' && family && given[0] ? separate(given as string[], family) : undefined;
  draft.name([...given, family].filter(Boolean).join(' '), nameKind(row['Name type'] ?? ''), quality, parts);
  draft.name(row['Name non-latin script'], 'original-script');
}

function separate([given = '', ...middle]: string[], family: string) {
  return { given, ...(middle.length > 0 && { middle: middle.join(' ') }), family };
}

function nameKind(type: string): NameKind {
  if (/former|previous/i.test(type)) return 'former';
  return /^primary name$/i.test(type.trim()) ? 'primary' : 'alias';
}

const NUMBERS: readonly [column: string, note: string | undefined, type: DocumentType][] = [
  ['Passport number', 'Passport additional information', 'passport'],
  ['National Identifier number', 'National Identifier additional information', 'national-id'],
  ['Business registration number (s)', undefined, 'registration'],
  ['IMO number', undefined, 'imo'],
];

function readNumbers(draft: SubjectDraft, row: Row): void {
  for (const [column, noted, type] of NUMBERS) {
    for (const number of splitEnumerated(row[column] ?? '')) {
      for (const document of readDocuments(number, type)) {
        const note = noted ? row[noted]?.trim() : undefined;
        const country = document.country ?? (note && countryWithin(note));
        draft.document({ ...document, type, ...(country && { country }), ...(note && { note: note.slice(0, 500) }) });
      }
    }
  }
}

function readShip(draft: SubjectDraft, row: Row): void {
  for (const [name, column] of [
    ['type', 'Type of ship'],
    ['type', 'Type of entity'],
    ['tonnage', 'Tonnage of ship'],
    ['length', 'Length of ship'],
    ['built', 'Year Built'],
    ['flag', 'Current believed flag of ship'],
    ['formerFlag', 'Previous flags'],
    ['owner', 'Current owner/operator (s)'],
    ['formerOwner', 'Previous owner/operator (s)'],
    ['hull', 'Hull identification number (HIN)'],
    ['parent', 'Parent company'],
    ['subsidiaries', 'Subsidiaries'],
  ] as const) {
    draft.particular(name, row[column]);
  }
}
