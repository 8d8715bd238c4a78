import type { SubjectKind } from '@entente/contracts/alerts';
import { countryOf } from './country.ts';
import type { DocumentType } from './documents.ts';
import { SubjectDraft } from './draft.ts';
import { countRefs, type HeadedList, readHeaded } from './headed.ts';
import { type ListItem, problemItem, type Reading } from './item.ts';
import { familyFirst, readNames, splitValues } from './names.ts';
import { because } from './reasons.ts';
import type { ListSource } from './source.ts';

type Row = Record<string, string>;

const LIST: HeadedList = {
  list: 'the US Consolidated Screening List',
  header: ['_id', 'source', 'entity_number', 'type', 'name', 'alt_names', 'addresses'],
  refOf,
};

/**
 * The US Consolidated Screening List as CSV (developer.trade.gov). One target may stand there once per
 * source list under the same `_id`; its rows are merged, so the file is read twice: first for the ids.
 */
export async function* readUsCsl(sources: ListSource[], reading: Reading): AsyncGenerator<ListItem> {
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
      if (!ref) {
        yield problemItem(place, because('no-reference', { field: '_id' }), true);
        continue;
      }
      const left = (counts.get(ref) ?? 1) - 1;
      counts.set(ref, left);
      const draft = waiting.get(ref) ?? new SubjectDraft(reading.list ?? 'us-csl', ref, kindOf(row));
      readRow(draft, row);
      if (left > 0) {
        waiting.set(ref, draft);
        continue;
      }
      waiting.delete(ref);
      yield* draft.items('', place);
    }
  }
}

function refOf(row: Row): string {
  return (row._id || row.entity_number || '').trim().slice(0, 100);
}

/** Only Treasury says what a target is. The others list parties to trade; a person among them is found by name all the same. */
function kindOf(row: Row): SubjectKind {
  const kinds: Record<string, SubjectKind> = { individual: 'person', vessel: 'vessel', aircraft: 'aircraft' };
  return kinds[row.type?.toLowerCase() ?? ''] ?? 'organisation';
}

function readRow(draft: SubjectDraft, row: Row): void {
  const kind = draft.names.length === 0 ? 'primary' : 'alias';
  const name = row.name?.trim() ?? '';
  const inverted = draft.kind === 'person' ? familyFirst(name) : undefined;
  const written = inverted ? [{ full: name }] : readNames(name, draft.kind);
  written.forEach(({ full }, at) => {
    draft.name(full, at === 0 ? kind : 'alias', 'good', at === 0 ? inverted : undefined);
  });
  for (const alias of (row.alt_names ?? '').split(/;\s*/)) {
    draft.name(alias, 'alias', 'good', draft.kind === 'person' ? familyFirst(alias) : undefined);
  }
  draft.programme(row.source);
  for (const programme of (row.programs ?? '').split(/;\s*/)) draft.programme(programme);
  for (const address of splitValues(row.addresses ?? '')) draft.address(address);
  for (const date of (row.dates_of_birth ?? '').split(/;\s*/)) draft.born(date);
  for (const place of (row.places_of_birth ?? '').split(/;\s*/)) draft.birthPlace(place);
  for (const country of `${row.nationalities ?? ''};${row.citizenships ?? ''}`.split(';')) draft.nationality(country);
  for (const id of splitValues(row.ids ?? '')) readId(draft, id);
  draft.listedOn(row.start_date);
  draft.remark(row.title && `${row.title}.`);
  draft.remark(row.remarks);
  draft.remark(row.federal_register_notice && `Federal Register: ${row.federal_register_notice}.`);
  readVessel(draft, row);
}

function readVessel(draft: SubjectDraft, row: Row): void {
  draft.document({ type: 'call-sign', number: row.call_sign?.trim() || undefined });
  draft.particular('type', row.vessel_type);
  draft.particular('tonnage', row.gross_tonnage);
  draft.particular('grossRegisteredTonnage', row.gross_registered_tonnage);
  draft.particular('flag', row.vessel_flag);
  draft.particular('owner', row.vessel_owner);
}

const ID_TYPES: readonly [RegExp, DocumentType][] = [
  [/passport/i, 'passport'],
  [/^MMSI/i, 'mmsi'],
  [/tail number/i, 'tail-number'],
  [/serial number|construction number/i, 'serial-number'],
  [/tax|R\.?F\.?C|^NIT|^RUC|^RIF|^RTN|V\.A\.T|FEIN|C\.U\.I\.T|fiscal/i, 'tax-number'],
  [
    /registration|registry|company|folio|matricula|gazette|C\.R\.|trade license|chamber|D-U-N-S|legal entity|social credit|SWIFT|enterprise|incorporation/i,
    'registration',
  ],
  [
    /national id|cedula|D\.N\.I|C\.U\.R\.P|identification|personal id|SSN|I\.F\.E|residency|identidad|id card/i,
    'national-id',
  ],
  [/licen[cs]e|certificate|number|\bno\b/i, 'other'],
];

/** `Passport, L246084, TN, 10 Jun 1996, 09 Jun 2001`: label, value, country, dates. */
function readId(draft: SubjectDraft, id: string): void {
  const [label = '', value = '', ...rest] = id.split(/,\s*/);
  if (/^gender/i.test(label)) draft.sex(value);
  if (/^nationality country$/i.test(label)) draft.nationality(value);
  const imo = /^IMO (\d+)/i.exec(value);
  const type = imo ? 'imo' : ID_TYPES.find(([pattern]) => pattern.test(label))?.[1];
  if (!type || /^nationality|secondary sanctions|target type|date/i.test(label)) return;
  const country = rest.map((part) => (/^[A-Z]{2}$/.test(part) ? countryOf(part) : undefined)).find(Boolean);
  const note = [label, ...rest.filter((part) => /\d{4}/.test(part))].join('; ').slice(0, 500);
  draft.document({ type, number: imo?.[1] ?? value, ...(country && { country }), note });
}
