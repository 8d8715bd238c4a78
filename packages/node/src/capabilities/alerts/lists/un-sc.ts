import type { ListedDocument } from '@entente/contracts/alerts';
import { countryOf } from './country.ts';
import { kindOfDocument, readDocuments } from './documents.ts';
import { SubjectDraft } from './draft.ts';
import { ListFileError, type ListItem, type Place, problemItem, type Reading } from './item.ts';
import { readNames, scriptWithin } from './names.ts';
import { because } from './reasons.ts';
import { describeXmlRoot } from './sniff.ts';
import type { ListSource } from './source.ts';
import { childrenNamed, childText, childTexts, readXml, type XmlElement } from './xml.ts';

const RECORDS = new Set(['INDIVIDUALS/INDIVIDUAL', 'ENTITIES/ENTITY']);

/** The UN Security Council consolidated list, in the XML of scsanctions.un.org (`sc-sanctions.xsd`). */
export async function* readUnSc(sources: ListSource[], reading: Reading): AsyncGenerator<ListItem> {
  yield { kind: 'scope', scope: '', complete: true };
  for (const source of sources) {
    for await (const item of readXml(source, RECORDS)) {
      const file = source.name;
      if (item.kind === 'root') {
        if (item.name !== 'CONSOLIDATED_LIST') {
          throw new ListFileError('list-wrong-format', `${file} is not the UN list: ${describeXmlRoot(item)}.`);
        }
        const date = item.attributes.dateGenerated?.slice(0, 40);
        if (date) yield { kind: 'dated', listDate: date };
      } else if (item.kind === 'record') {
        yield* readRecord(item.element, { file, place: item.place }, reading);
      } else if (item.kind === 'fault') {
        yield problemItem({ file, place: item.place }, item.reason, true);
      } else {
        yield problemItem({ file, place: `line ${item.line}` }, item.reason, false);
      }
    }
  }
}

function* readRecord(element: XmlElement, place: Place, reading: Reading): Generator<ListItem> {
  const ref = childText(element, 'DATAID');
  if (!ref || ref.length > 100) {
    yield problemItem(place, because('no-reference', { field: 'DATAID' }), true);
    return;
  }
  const person = element.name === 'INDIVIDUAL';
  const draft = new SubjectDraft(reading.list ?? 'un-sc', ref, person ? 'person' : 'organisation');
  readIdentity(draft, element);
  for (const alias of childrenNamed(element, `${element.name}_ALIAS`)) readAlias(draft, alias);
  for (const birth of childrenNamed(element, 'INDIVIDUAL_DATE_OF_BIRTH')) readBirthDate(draft, birth);
  for (const birth of childrenNamed(element, 'INDIVIDUAL_PLACE_OF_BIRTH')) draft.birthPlace(joinPlace(birth));
  for (const document of childrenNamed(element, 'INDIVIDUAL_DOCUMENT')) readDocument(draft, document);
  for (const address of childrenNamed(element, `${element.name}_ADDRESS`)) draft.address(joinPlace(address));
  yield* draft.items('', place);
}

function readIdentity(draft: SubjectDraft, element: XmlElement): void {
  const whole = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
    .map((name) => childText(element, name))
    .filter(Boolean)
    .join(' ');
  const [primary, ...others] = draft.kind === 'person' ? [whole] : whole.split(/\s+;\s+/);
  draft.name(primary, 'primary');
  for (const other of others) draft.name(other, 'alias');
  for (const name of childTexts(element, 'NAME_ORIGINAL_SCRIPT')) draft.name(name, 'original-script');
  draft.citation = childText(element, 'REFERENCE_NUMBER');
  draft.programme(childText(element, 'UN_LIST_TYPE'));
  draft.listedOn(childText(element, 'LISTED_ON'));
  draft.sex(childText(element, 'GENDER'));
  for (const value of valuesOf(element, 'NATIONALITY')) draft.nationality(value);
  for (const value of [...valuesOf(element, 'TITLE'), ...valuesOf(element, 'DESIGNATION')]) draft.remark(`${value}.`);
  for (const value of childTexts(element, 'COMMENTS1')) draft.remark(value);
}

function valuesOf(element: XmlElement, name: string): string[] {
  return childrenNamed(element, name).flatMap((child) => childTexts(child, 'VALUE'));
}

function readAlias(draft: SubjectDraft, alias: XmlElement): void {
  const name = childText(alias, 'ALIAS_NAME');
  if (!name) return;
  const quality = childText(alias, 'QUALITY')?.toLowerCase();
  const note = childText(alias, 'NOTE') ?? '';
  const former = quality === 'f.k.a.' || /(?:formerly|previously) listed as/i.test(note);
  for (const written of readNames(name, draft.kind)) {
    draft.name(written.full, former ? 'former' : (written.kind ?? 'alias'), quality === 'low' ? 'low' : 'good');
  }
  const script = scriptWithin(note);
  if (script) draft.name(script, 'original-script', quality === 'low' ? 'low' : 'good');
  draft.born(childText(alias, 'DATE_OF_BIRTH'));
}

function readBirthDate(draft: SubjectDraft, birth: XmlElement): void {
  const type = childText(birth, 'TYPE_OF_DATE');
  const note = childText(birth, 'NOTE') ?? '';
  const circa = type === 'APPROXIMATELY' || /^approximately$/i.test(note);
  const [from, to] = [childText(birth, 'FROM_YEAR'), childText(birth, 'TO_YEAR')];
  const date = childText(birth, 'DATE');
  const year = childText(birth, 'YEAR');
  if (from && to) draft.born(`between ${from} and ${to}`, circa);
  else if (date) draft.born(date.slice(0, 10), circa);
  else if (year) draft.born(/^[A-Za-z]{3,9}\.?$/.test(note) ? `${note} ${year}` : year, circa);
  else draft.born(note, circa);
}

const PLACE_PARTS = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'];

function joinPlace(element: XmlElement): string {
  const place = PLACE_PARTS.map((name) => childText(element, name))
    .filter(Boolean)
    .join(', ');
  const note = childText(element, 'NOTE');
  if (!place) return note ?? '';
  return note ? `${place} (${note.replace(/^\(|\)$/g, '')})` : place;
}

function readDocument(draft: SubjectDraft, element: XmlElement): void {
  const declared = kindOfDocument(childText(element, 'TYPE_OF_DOCUMENT') ?? '') ?? 'other';
  const named = childText(element, 'TYPE_OF_DOCUMENT2');
  const type = (named && kindOfDocument(named)) || declared;
  const issuer = [childText(element, 'ISSUING_COUNTRY'), childText(element, 'COUNTRY_OF_ISSUE')];
  const country = issuer.map(countryOf).find(Boolean);
  const note = [named, childText(element, 'DATE_OF_ISSUE'), childText(element, 'NOTE')].filter(Boolean).join('; ');
  const number = childText(element, 'NUMBER');
  for (const found of numbersOf(number, named, childText(element, 'NOTE'), type)) {
    const where = country ?? found.country;
    const said = number === found.number ? note : [number, note].filter(Boolean).join('; ');
    draft.document({ ...found, ...(where && { country: where }), ...(said && { note: said.slice(0, 500) }) });
  }
}

/** Most documents give the number alone; some put it into a phrase, the second type or the note. */
function numbersOf(
  number: string | undefined,
  named: string | undefined,
  note: string | undefined,
  type: ListedDocument['type'],
): ListedDocument[] {
  if (number) {
    if (!/[(;]|\p{L}{4}|\bno\b/iu.test(number)) return [{ type, number }];
    const read = readDocuments(number, type);
    return read.length > 0 ? read : [{ type, number }];
  }
  if (named && /\d{3}/.test(named)) return readDocuments(named, type);
  if (note && !/^\W*(issued|expired|expires)/i.test(note)) return readDocuments(note, type);
  return [];
}
