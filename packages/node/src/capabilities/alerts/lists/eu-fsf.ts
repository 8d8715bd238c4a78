import type { SubjectKind } from '@entente/contracts/alerts';
import { countryOf } from './country.ts';
import { type DocumentType, kindOfDocument } from './documents.ts';
import { SubjectDraft } from './draft.ts';
import { ListFileError, type ListItem, type Place, problemItem, type Reading } from './item.ts';
import { because } from './reasons.ts';
import { describeXmlRoot } from './sniff.ts';
import type { ListSource } from './source.ts';
import { childrenNamed, childText, readXml, type XmlElement } from './xml.ts';

const RECORDS = new Set(['sanctionEntity']);

/** The EU Financial Sanctions Files, XML 1.1 (`http://eu.europa.ec/fpi/fsd/export`). */
export async function* readEuFsf(sources: ListSource[], reading: Reading): AsyncGenerator<ListItem> {
  yield { kind: 'scope', scope: '', complete: true };
  for (const source of sources) {
    for await (const item of readXml(source, RECORDS)) {
      const file = source.name;
      if (item.kind === 'root') {
        if (item.name !== 'export' || !/fpi\/fsd\/export/.test(item.attributes.xmlns ?? '')) {
          throw new ListFileError('list-wrong-format', `${file} is not the EU list: ${describeXmlRoot(item)}.`);
        }
        const date = item.attributes.generationDate?.slice(0, 40);
        if (date) yield { kind: 'dated', listDate: date };
      } else if (item.kind === 'record') {
        yield* readEntity(item.element, { file, place: item.place }, reading);
      } else if (item.kind === 'fault') {
        yield problemItem({ file, place: item.place }, item.reason, true);
      } else {
        yield problemItem({ file, place: `line ${item.line}` }, item.reason, false);
      }
    }
  }
}

function* readEntity(entity: XmlElement, place: Place, reading: Reading): Generator<ListItem> {
  const { euReferenceNumber, logicalId, unitedNationId } = entity.attributes;
  const ref = (euReferenceNumber || logicalId || '').trim();
  if (!ref || ref.length > 100) {
    yield problemItem(place, because('no-reference', { field: 'euReferenceNumber' }), true);
    return;
  }
  const draft = new SubjectDraft(reading.list ?? 'eu-fsf', ref, kindOf(entity));
  if (unitedNationId) draft.citation = unitedNationId;
  for (const [at, alias] of childrenNamed(entity, 'nameAlias').entries()) readAlias(draft, alias, at);
  for (const birth of childrenNamed(entity, 'birthdate')) readBirth(draft, birth);
  for (const { attributes } of childrenNamed(entity, 'citizenship')) {
    draft.nationality(known(attributes.countryIso2Code) ?? known(attributes.countryDescription));
  }
  for (const identification of childrenNamed(entity, 'identification')) readDocument(draft, identification);
  for (const { attributes: at } of childrenNamed(entity, 'address')) {
    draft.address(at.street, at.poBox, at.zipCode, at.city, at.region, known(at.countryDescription));
  }
  for (const { attributes } of childrenNamed(entity, 'regulation')) {
    draft.programme(attributes.programme);
    draft.listedOn(attributes.entryIntoForceDate || attributes.publicationDate);
  }
  draft.remark(entity.attributes.designationDetails);
  draft.remark(childText(entity, 'remark'));
  yield* draft.items('', place);
}

function kindOf(entity: XmlElement): SubjectKind {
  const type = childrenNamed(entity, 'subjectType')[0]?.attributes;
  const kinds: Record<string, SubjectKind> = {
    person: 'person',
    vessel: 'vessel',
    ship: 'vessel',
    aircraft: 'aircraft',
  };
  return kinds[type?.code?.toLowerCase() ?? ''] ?? (type?.classificationCode === 'P' ? 'person' : 'organisation');
}

/** `00` and UNKNOWN stand for a country not known. */
function known(text: string | undefined): string | undefined {
  return text && !/^(00|UNKNOWN)$/i.test(text) ? text : undefined;
}

function readAlias(draft: SubjectDraft, { attributes: alias }: XmlElement, at: number): void {
  const { firstName, middleName, lastName } = alias;
  const whole = alias.wholeName || [firstName, middleName, lastName].filter(Boolean).join(' ');
  const parts = {
    ...(firstName && { given: firstName }),
    ...(middleName && { middle: middleName }),
    ...(lastName && { family: lastName }),
  };
  const quality = alias.strong === 'false' ? 'low' : 'good';
  const separated = draft.kind === 'person' && Object.keys(parts).length > 0;
  draft.name(whole, at === 0 ? 'primary' : 'alias', quality, separated ? parts : undefined);
  draft.sex(alias.gender);
  draft.remark(alias.function && `${alias.function}.`);
}

function readBirth(draft: SubjectDraft, { attributes: birth }: XmlElement): void {
  const circa = birth.circa === 'true';
  const { yearRangeFrom, yearRangeTo, birthdate, year, monthOfYear, dayOfMonth, calendarType } = birth;
  draft.birthPlace([birth.place, birth.city, birth.region, known(birth.countryDescription)].filter(Boolean).join(', '));
  if (calendarType && calendarType !== 'GREGORIAN') {
    draft.faults.push(
      because('other-calendar', { field: 'birthDate', text: `${year ?? birthdate ?? ''} ${calendarType}` }),
    );
  } else if (birthdate) draft.born(birthdate, circa);
  else if (yearRangeFrom && yearRangeTo) draft.born(`between ${yearRangeFrom} and ${yearRangeTo}`, circa);
  else if (year) draft.born(`${dayOfMonth || '00'}.${monthOfYear || '00'}.${year}`, circa);
}

const TYPES: Record<string, DocumentType> = {
  passport: 'passport',
  travel: 'passport',
  id: 'national-id',
  ssn: 'national-id',
  birthcert: 'other',
  fiscalcode: 'tax-number',
  tradelic: 'registration',
  regnumber: 'registration',
  imo: 'imo',
};

function readDocument(draft: SubjectDraft, { attributes }: XmlElement): void {
  const { identificationTypeCode = '', identificationTypeDescription = '' } = attributes;
  const type = TYPES[identificationTypeCode.toLowerCase()] ?? kindOfDocument(identificationTypeDescription) ?? 'other';
  const country = countryOf(known(attributes.countryIso2Code) ?? known(attributes.countryDescription));
  const doubtful = [
    attributes.knownExpired === 'true' && 'expired',
    attributes.knownFalse === 'true' && 'false',
    attributes.reportedLost === 'true' && 'reported lost',
    attributes.revokedByIssuer === 'true' && 'revoked',
  ];
  const note = [identificationTypeDescription, attributes.nameOnDocument, ...doubtful].filter(Boolean).join('; ');
  draft.document({
    type,
    number: attributes.number || attributes.latinNumber,
    ...(country && { country }),
    ...(note && { note: note.slice(0, 500) }),
  });
}
