import { createHash } from 'node:crypto';
import type { SubjectKind } from '@entente/contracts/alerts';
import { type DocumentType, readDocuments } from './documents.ts';
import { SubjectDraft } from './draft.ts';
import { splitEnumerated, splitNationalities } from './enumeration.ts';
import { type HeadedList, readHeaded } from './headed.ts';
import { ListFileError, type ListItem, problemItem, type Reading } from './item.ts';
import { type NameKind, type NameQuality, readNames } from './names.ts';
import { because } from './reasons.ts';
import type { ListSource } from './source.ts';

type Row = Record<string, string>;

const LIST: HeadedList = {
  list: "annexes from the EU's Official Journal",
  header: ['recordId', 'programKey', 'annex', 'measure', 'schema', 'name', 'alias'],
  refOf: (row) => (row.recordId?.trim() ? `${stemOf(row)}:${row.recordId.trim()}` : undefined),
};

/**
 * Annexes of EU regulations as structured from the Official Journal, one regulation or amending act per
 * file. Each regulation is a scope of its own: a file says nothing about the regulations it does not hold.
 * An amending act (`amendedCelex`) adds to and changes its base act, and removes nothing.
 */
export async function* readEuOj(sources: ListSource[], reading: Reading): AsyncGenerator<ListItem> {
  const known: Known = { scopes: new Map(), refs: new Set() };
  for (const source of sources) {
    for await (const item of readHeaded(source, LIST)) {
      if (item.kind !== 'record') {
        yield* item.items;
        continue;
      }
      yield* readRow(item.row, item.place, known, reading);
    }
  }
}

interface Known {
  /** Regulations met, and whether as whole acts. */
  scopes: Map<string, boolean>;
  refs: Set<string>;
}

function* readRow(
  row: Row,
  place: { file: string; place: string },
  known: Known,
  reading: Reading,
): Generator<ListItem> {
  const scope = scopeOf(row);
  const kind = KINDS[row.schema?.toLowerCase() ?? ''];
  if (!/^[\dA-Z]{8,20}$/.test(scope)) {
    yield problemItem(place, because('no-reference', { field: 'celex' }), true);
    return;
  }
  if (kind === undefined) {
    yield problemItem(place, because('unknown-kind', { field: 'schema', text: row.schema ?? '' }), true);
    return;
  }
  yield* openScope(scope, !row.amendedCelex, known);
  const draft = new SubjectDraft(reading.list ?? 'eu-oj', referenceOf(row, known.refs), kind);
  readNamesOf(draft, row);
  readPerson(draft, row);
  readDocumentsOf(draft, row);
  readListing(draft, row);
  yield* draft.items(scope, place);
}

function* openScope(scope: string, complete: boolean, known: Known): Generator<ListItem> {
  const before = known.scopes.get(scope);
  if (before !== undefined && before !== complete) {
    throw new ListFileError(
      'list-wrong-format',
      `Regulation ${scope} and an amendment of it were given together; import the regulation first, then the amendment.`,
    );
  }
  if (before === undefined) yield { kind: 'scope', scope, complete };
  known.scopes.set(scope, complete);
}

function scopeOf(row: Row): string {
  return (row.amendedCelex || row.celex || '').trim();
}

function stemOf(row: Row): string {
  return `${scopeOf(row)}:${row.annex?.trim() ?? ''}`;
}

/** `celex:annex:recordId`; where the journal numbers nothing, a hash of the name, and of what tells namesakes apart. */
function referenceOf(row: Row, used: Set<string>): string {
  const stem = stemOf(row);
  const recordId = row.recordId?.trim() ?? '';
  const candidates = [
    ...(recordId ? [`${stem}:${recordId}`] : []),
    `${stem}:${recordId}~${hashOf(row.name)}`,
    `${stem}:${recordId}~${hashOf(row.name, row.birthDate, row.birthPlace, row.startDate)}`,
  ];
  const ref = candidates.find((candidate) => !used.has(candidate)) ?? (candidates.at(-1) as string);
  used.add(ref);
  return ref;
}

function hashOf(...texts: (string | undefined)[]): string {
  return createHash('sha256')
    .update(texts.map((text) => (text ?? '').normalize('NFC').trim()).join('\n'))
    .digest('hex')
    .slice(0, 12);
}

const KINDS: Record<string, SubjectKind | undefined> = {
  person: 'person',
  legalentity: 'organisation',
  organization: 'organisation',
  company: 'organisation',
  publicbody: 'organisation',
  asset: 'organisation',
  vessel: 'vessel',
  airplane: 'aircraft',
};

function readNamesOf(draft: SubjectDraft, row: Row): void {
  const add = (text: string | undefined, kind: NameKind, quality: NameQuality) => {
    const written = readNames((text ?? '').replace(/^English:\s*/, ''), draft.kind);
    written.forEach((name, at) => {
      const told = kind === 'primary' ? (at === 0 ? 'primary' : 'alias') : (name.kind ?? kind);
      const spellings = kind === 'primary' ? [name.full] : spellingsOf(name.full);
      for (const full of spellings) draft.name(full, told, full === name.full ? quality : 'low');
    });
  };
  add(row.name, 'primary', 'good');
  add(row.alias, 'alias', 'good');
  add(row.weakAlias, 'alias', 'low');
  add(row.previousName, 'former', 'good');
}

/** `Zghraybeh, Zghraybe, Zghrayba` gives spellings of one word, none of which is a whole name. */
function spellingsOf(name: string): string[] {
  const words = name.split(/,\s*/);
  return words.length > 2 && words.every((word) => /^\S+$/.test(word)) ? words : [name];
}

function readPerson(draft: SubjectDraft, row: Row): void {
  draft.born(row.birthDate);
  for (const place of splitEnumerated(row.birthPlace ?? '')) draft.birthPlace(place);
  for (const country of splitNationalities(row.nationality ?? '')) draft.nationality(country);
  draft.sex(row.gender);
  for (const [label, text] of [
    ['Father', row.fatherName],
    ['Mother', row.motherName],
    ['Ethnicity', row.ethnicity],
    ['Appearance', row.appearance?.replace(/^"(.*)"$/s, '$1')],
  ]) {
    draft.remark(text && `${label}: ${text}.`);
  }
}

/** Columns with numbers. The KPP is shared by every company of a tax office, so it identifies nobody. */
const NUMBERS: readonly [column: string, type: DocumentType][] = [
  ['passportNumber', 'passport'],
  ['idNumber', 'national-id'],
  ['registrationNumber', 'registration'],
  ['taxNumber', 'tax-number'],
  ['innCode', 'tax-number'],
  ['ogrnCode', 'registration'],
  ['okpoCode', 'registration'],
  ['leiCode', 'registration'],
  ['swiftBic', 'registration'],
  ['imoNumber', 'imo'],
  ['mmsi', 'mmsi'],
];

function readDocumentsOf(draft: SubjectDraft, row: Row): void {
  for (const [column, type] of NUMBERS) {
    const text = row[column]?.trim();
    if (!text) continue;
    for (const document of readDocuments(text, type)) {
      draft.document(/IMO.number/i.test(document.note ?? '') ? { ...document, type: 'imo' } : document);
    }
    if (type === 'registration' && !/\d/.test(text)) draft.document({ type, number: text });
  }
  const aside = /(?:national identification|passport)\b.*$/is.exec(row.nationality ?? '')?.[0];
  if (aside) for (const document of readDocuments(aside, 'national-id')) draft.document(document);
}

function readListing(draft: SubjectDraft, row: Row): void {
  draft.programme(row.programKey);
  draft.programme(row.measure);
  draft.listedOn(row.startDate);
  for (const address of splitEnumerated(row.address ?? '')) draft.address(address);
  for (const [name, column] of [
    ['flag', 'flag'],
    ['legalForm', 'legalForm'],
    ['founded', 'incorporationDate'],
    ['jurisdiction', 'jurisdiction'],
    ['country', 'country'],
    ['sector', 'sector'],
    ['taxOffice', 'kppCode'],
  ] as const) {
    draft.particular(name, row[column]);
  }
  draft.remark(row.position && `${row.position}.`);
  draft.remark(row.reason);
  draft.remark(row.notes?.replace(/^"(.*)"$/s, '$1'));
}
