import type { ListedDocument } from '@entente/contracts/alerts';
import { countryOf } from './country.ts';
import { ENUMERATION, splitValues } from './names.ts';
import { cleanText } from './text.ts';

export type DocumentType = ListedDocument['type'];

const LONGEST_NUMBER = 100;
/** More than any list writes into a field of documents. */
const LONGEST_FIELD = 10_000;

/** Adds a document unless it stands there already or has no number to speak of. */
export function addDocument(documents: ListedDocument[], document: ListedDocument): void {
  const number = cleanText(document.number).text;
  if (!/\p{N}/u.test(number) && !/^[\p{L}-]{3,}$/u.test(number)) return;
  if (number.length > LONGEST_NUMBER) return;
  const clean = { ...document, number };
  const same = (other: ListedDocument) =>
    other.number === number && other.type === clean.type && other.country === clean.country;
  if (!documents.some(same)) documents.push(clean);
}

const NUMBER_WORD = /\b(?:number|numbers|no|nr|num|n°)\b\.?\s*:?|№|\bno\.:|\((?=\d)/i;

/**
 * The documents a free field names: enumerated, alternatives after `;`, with country and dates written
 * around the number (`Afghan passport number OA296623, issued on …`, `Libya B/002210`, `(a) M408665
 * (Tunisian passport issued on …)`). What stands around the number is kept as the note.
 */
export function readDocuments(text: string, type: DocumentType): ListedDocument[] {
  return splitValues(text.replace(/\s+/g, ' ').slice(0, LONGEST_FIELD))
    .flatMap((value) => value.split(ENUMERATION))
    .map((value) => value.replace(WITH_TAX_OFFICE, '$1'))
    .flatMap((value) => value.split(/\s+and\s+(?=[A-Z]{0,3} ?\d{5,})|\s+\/\s+(?=\d)/))
    .map((value) => readDocument(value.trim().slice(0, 1000), type))
    .filter((document) => document !== undefined);
}

/** Dates and places of issue that stand apart from their number. */
const ASIDE = /^(?:issued|expir|valid|date of|place of|name in|born)\b/i;
/** A Russian company's tax number is printed with the code of its tax office (KPP), which many share. */
const WITH_TAX_OFFICE = /^(\d{10})\s*\/\s*\d{9}\b/;

function readDocument(text: string, type: DocumentType): ListedDocument | undefined {
  if (ASIDE.test(text)) return undefined;
  const bracket = text.indexOf('(') > 0 ? text.indexOf('(') : text.length;
  const head = /\d/.test(text.slice(0, bracket)) ? text.slice(0, bracket) : text.replace(/\([^()]*\)/g, ' ');
  const phrase = head.split(/,\s|\s+(?:issued|expires|expired|expiration|valid)\b/i)[0] ?? '';
  const { before, number } = splitNumber(bare(phrase));
  if (!number) return undefined;
  const around = text.slice(bracket);
  const country = countryWithin(before) ?? countryWithin(around.replace(/^\(/, ''));
  const told = kindOfDocument(`${before} ${around}`) ?? type;
  const note = cleanText(text === number ? '' : text).text.slice(0, 500);
  return { type: told, number, ...(country && { country }), ...(note && { note }) };
}

/** A phrase without what trails its number. */
function bare(phrase: string): string {
  return phrase
    .replace(/\s+/g, ' ')
    .replace(/\sKPP\b.*$/, '')
    .replace(/[\s,;.)]+$/, '')
    .trim();
}

/** The number in a phrase: what follows "number", a label with a colon, or words; else the whole. */
function splitNumber(head: string): { before: string; number: string } {
  const parts = head.split(NUMBER_WORD);
  if (parts.length > 1) {
    const number = parts.slice(1).join(' ').trim();
    if (/\d/.test(number)) return { before: parts[0] as string, number };
  }
  const labelled = /^(\p{L}[\p{L} ]+):\s*(.*\d.*)$/u.exec(head);
  if (labelled) return { before: labelled[1] as string, number: labelled[2] as string };
  // A series ("MP 3413113") is short and belongs to the number; words do not.
  const words = /^((?:\(?\p{L}[\p{L}'’.-]*\)?\s+)+?)((?:(?!ID\b)\p{Lu}{1,3}\s+)?\S*\d.*)$/u.exec(head);
  if (words && /\p{L}{4}|\b(?:ID|SSN|card)\b/iu.test(words[1] as string)) {
    return { before: words[1] as string, number: words[2] as string };
  }
  return { before: '', number: /\d/.test(head) ? head : '' };
}

const AFTER_COUNTRY =
  /\b(?:passport|national|identity|identification|civil|federal|foreign|diplomatic|service|number|issued|card|travel|driver|alien|birth|certificate|ID)\b|[,;:]/i;

/** The country a phrase begins with: `Afghan passport`, `United States of America passport expired`, `Tunisian`. */
export function countryWithin(text: string): string | undefined {
  const words = text
    .replace(/[()]/g, ' ')
    .replace(/^\s*(?:provisional|expired|false|counterfeit|alternate|former)\s+/i, '')
    .split(AFTER_COUNTRY)[0]
    ?.trim();
  return words ? countryOf(words) : undefined;
}

/** What kind of document a phrase names, if it does. */
export function kindOfDocument(text: string): DocumentType | undefined {
  if (/pass?port|passeport|pasaporte|laissez-passer|travel document/i.test(text)) return 'passport';
  if (/\b(?:fiscal|tax|TIN|INN)\b/i.test(text)) return 'tax-number';
  if (
    /\b(?:birth certificate|driv\w+|licen[cs]e|permit|student|voter|ration|military|residen\w+|alien|other ID)\b/i.test(
      text,
    )
  ) {
    return 'other';
  }
  if (/identi(?:ty|fication)|\bID\b|tazkira|cedula|SSN|social security|nationality/i.test(text)) return 'national-id';
  return undefined;
}
