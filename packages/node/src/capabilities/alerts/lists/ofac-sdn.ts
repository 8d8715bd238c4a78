import type { ListId, SubjectKind } from '@entente/contracts/alerts';
import { type CsvRow, readCsv } from './csv.ts';
import { headOf } from './decode.ts';
import { SubjectDraft } from './draft.ts';
import { ListFileError, type ListItem, type Place, problemItem, type Reading } from './item.ts';
import { familyFirst } from './names.ts';
import type { OfacSet } from './ofac-files.ts';
import { readRemarks } from './ofac-remarks.ts';
import { because } from './reasons.ts';
import { describeText } from './sniff.ts';
import { type ListSource, openSource } from './source.ts';

const COLUMNS = { targets: 12, names: 5, addresses: 6, comments: 2 } as const;

/** What the other files of the set say of each target, by entity number. */
interface Joined {
  names: Map<string, string[][]>;
  addresses: Map<string, string[][]>;
  comments: Map<string, string[][]>;
}

export interface OfacSources {
  list: OfacSet['list'];
  targets: ListSource;
  names: ListSource | undefined;
  addresses: ListSource | undefined;
  comments: ListSource | undefined;
}

/** Opens the files of a set for reading. */
export function openOfacSet(set: OfacSet, reading: Reading): OfacSources {
  const source = (path: string | undefined) => path && openSource(path, reading.signal, reading.limits);
  return {
    list: set.list,
    targets: source(set.targets) as ListSource,
    names: source(set.names) || undefined,
    addresses: source(set.addresses) || undefined,
    comments: source(set.comments) || undefined,
  };
}

/**
 * OFAC's SDN list or its consolidated non-SDN lists, as their CSV sets ("SDN data specification"): no
 * header, `-0-` for absent, one target per line of the first file, the others joined by entity number.
 * The smaller files are held, bounded; the targets stream.
 */
export async function* readOfac(sources: OfacSources, reading: Reading): AsyncGenerator<ListItem> {
  const list = reading.list ?? sources.list;
  await refuseOtherFormats(sources.targets);
  const joined: Joined = { names: new Map(), addresses: new Map(), comments: new Map() };
  for (const role of ['names', 'addresses', 'comments'] as const) {
    const source = sources[role];
    if (source) yield* hold(source, COLUMNS[role], joined[role]);
  }
  yield { kind: 'scope', scope: '', complete: true };
  for await (const row of readCsv(sources.targets, { columns: () => COLUMNS.targets })) {
    if (row.kind === 'cut') yield { kind: 'scope', scope: '', complete: false };
    yield* readTarget(row, sources.targets.name, list, joined);
  }
}

async function refuseOtherFormats(source: ListSource): Promise<void> {
  const head = await headOf(source);
  if (/^\s*(\d+\s*,|$)/.test(head.replace('\u001a', ''))) return;
  throw new ListFileError('list-wrong-format', `${source.name} is no file of OFAC's set: ${describeText(head)}.`);
}

/** A faulty row of a joined file is reported; a cut one fails the import, since every record after it would lose its aliases. */
async function* hold(source: ListSource, columns: number, into: Map<string, string[][]>): AsyncGenerator<ListItem> {
  let held = 0;
  for await (const row of readCsv(source, { columns: () => columns })) {
    const place = { file: source.name, place: `line ${row.line}` };
    if (row.kind === 'cut') {
      throw new ListFileError('list-cut', `${source.name} is cut: it ends inside the record of line ${row.line}.`);
    }
    if (row.kind !== 'row') {
      yield problemItem(place, row.reason, false);
      continue;
    }
    const cells = row.cells.map(present);
    const ref = cells[0] ?? '';
    held += row.cells.reduce((sum, cell) => sum + cell.length, 40);
    if (held > source.limits.held) {
      throw new ListFileError('list-too-large', `${source.name} is larger than any file of OFAC's set.`);
    }
    const known = into.get(ref);
    if (known) known.push(cells);
    else into.set(ref, [cells]);
  }
}

function* readTarget(row: CsvRow, file: string, list: ListId, joined: Joined): Generator<ListItem> {
  const place: Place = { file, place: `line ${row.line}` };
  if (row.kind === 'repair') {
    yield problemItem(place, row.reason, false);
  } else if (row.kind === 'cut') {
    yield problemItem(place, because('cut'), true);
  } else if (row.kind === 'fault') {
    const ref = row.cells?.[0]?.trim();
    yield problemItem(place, row.reason, true, isEntityNumber(ref) ? ref : undefined);
  } else {
    const cells = row.cells.map(present);
    const ref = cells[0] ?? '';
    if (!isEntityNumber(ref)) {
      yield problemItem(place, because('no-reference', { field: 'entity number' }), true);
      return;
    }
    yield* readCells(cells, ref, place, list, joined);
  }
}

function* readCells(cells: string[], ref: string, place: Place, list: ListId, joined: Joined): Generator<ListItem> {
  const [, name = '', type = '', programmes = '', title, callSign, vesselType, tonnage, gross, flag, owner] = cells;
  const kind = KINDS[type.toLowerCase()];
  if (kind === undefined) {
    yield problemItem(place, because('unknown-kind', { field: 'type', text: type }), true, ref);
    return;
  }
  const draft = new SubjectDraft(list, ref, kind);
  nameTarget(draft, name, 'primary');
  for (const alias of joined.names.get(ref) ?? []) {
    nameTarget(draft, alias[3] ?? '', alias[2]?.toLowerCase() === 'fka' ? 'former' : 'alias');
    draft.remark(alias[4]);
  }
  for (const address of joined.addresses.get(ref) ?? []) {
    draft.address(address[2], address[3], address[4]);
    draft.remark(address[5]);
  }
  for (const programme of programmes.split(/\]\s*\[/)) draft.programme(programme.replace(/[[\]]/g, ''));
  draft.remark(title && `${title}.`);
  draft.document({ type: 'call-sign', number: callSign || undefined });
  draft.particular('type', vesselType);
  draft.particular('tonnage', tonnage);
  draft.particular('grossRegisteredTonnage', gross);
  draft.particular('flag', flag);
  draft.particular('owner', owner);
  const continued = (joined.comments.get(ref) ?? []).map((comment) => comment[1] ?? '');
  const remarks = [cells[11] ?? '', ...continued].join('').trim();
  if (remarks) readRemarks(draft, remarks);
  if (kind === 'aircraft' && !draft.documents.some((document) => document.type === 'tail-number')) {
    draft.document({ type: 'tail-number', number: name });
  }
  yield* draft.items('', place);
}

const KINDS: Record<string, SubjectKind | undefined> = {
  individual: 'person',
  '': 'organisation',
  entity: 'organisation',
  vessel: 'vessel',
  aircraft: 'aircraft',
};

function nameTarget(draft: SubjectDraft, text: string, kind: 'primary' | 'alias' | 'former'): void {
  draft.name(text, kind, 'good', draft.kind === 'person' ? familyFirst(text) : undefined);
}

function isEntityNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d{1,15}$/.test(text);
}

/** `-0-` is OFAC's word for absent. Remarks keep their blanks, since they go on in another file in mid-word. */
function present(cell: string, column: number): string {
  const text = cell.trim();
  if (text === '-0-') return '';
  return column === 11 || column === 1 ? cell : text;
}
