import type { UnreadRow } from '@entente/contracts/screening/passenger-list';
import type { ListContent, StatedPerson } from '../../model/passenger.ts';
import { readSixFigures } from '../values.ts';
import { readSegments, type Segment } from './segments.ts';

/** Whoever travels: passenger, crew, and both in transit (code list 3035). */
const TRAVELLERS: ReadonlySet<string> = new Set(['FL', 'FM', 'DDU', 'DDT']);
/** Who sends, is told or may be reached, and does not travel with the list. */
const OTHERS: ReadonlySet<string> = new Set(['MS', 'MR', 'CA', 'CG', 'CN', 'COP', 'CPE', 'EA', 'EB', 'FR', 'GH', 'SH']);
/** Segments that end the part on persons. */
const AFTER_PERSONS: ReadonlySet<string> = new Set(['CNT', 'UNT', 'UNH', 'AUT', 'UNE', 'UNZ']);

const BIRTH = '329';
const ISSUED_IN = '91';
const NATIONALITY = '2';
const SEX = '2';
/** Totals of passengers and of crew that a message states of itself (code list 6069). */
const TOTALS: ReadonlySet<string> = new Set(['41', '42']);

/** Whether the interchange holds passenger lists. */
export function isPaxlst(segments: readonly Segment[]): boolean {
  return segments.some(({ tag, elements }) => tag === 'UNH' && elements[1]?.[0] === 'PAXLST');
}

/**
 * People of the PAXLST messages of an interchange, crew and transit too (WCO/IATA/ICAO API guidelines; D.02B to D.15B state them
 * alike). A party that is neither a traveller nor known to be something else is told as unread. `today`: `YYYY-MM-DD`.
 */
export function readPaxlst(text: string, today: string): ListContent | 'no-passenger-list' {
  const { segments, cut } = readSegments(text);
  if (!isPaxlst(segments)) return 'no-passenger-list';
  const people: StatedPerson[] = [];
  const unread: UnreadRow[] = [];
  let stated: number | undefined;
  let within: Segment[] | undefined;
  let inPaxlst = false;
  const close = () => {
    if (within) people.push(personOf(within, today));
    within = undefined;
  };
  for (const segment of segments) {
    const { tag, elements, line } = segment;
    if (tag === 'UNH') inPaxlst = elements[1]?.[0] === 'PAXLST';
    if (tag === 'NAD' || AFTER_PERSONS.has(tag)) close();
    if (!inPaxlst) continue;
    if (tag === 'NAD') {
      const party = elements[0]?.[0] ?? '';
      if (TRAVELLERS.has(party)) within = [segment];
      else if (!OTHERS.has(party)) unread.push({ line, code: 'unknown-party', text: party.slice(0, 60) });
    } else if (tag === 'CNT' && TOTALS.has(elements[0]?.[0] ?? '')) {
      const count = Number(elements[0]?.[1]);
      if (Number.isSafeInteger(count)) stated = (stated ?? 0) + count;
    } else within?.push(segment);
  }
  close();
  const whole = !cut && segments.some(({ tag }) => tag === 'UNT');
  return {
    people,
    unread,
    warnings: [
      ...(whole ? [] : [{ code: 'cut' as const }]),
      ...(stated === undefined || stated === people.length
        ? []
        : [{ code: 'count-differs' as const, stated, found: people.length }]),
    ],
  };
}

/** NAD opens the group of a person; ATT, DTM, NAT, and a DOC with the LOC behind it, belong to him. */
function personOf([head, ...rest]: Segment[], today: string): StatedPerson {
  const [family = '', ...given] = head!.elements[3] ?? [];
  const identifier = head!.elements[2]?.join(' ').trim() ?? '';
  const person: StatedPerson = {
    line: head!.line,
    ...(family !== '' && { family }),
    ...(given.some(Boolean) && { given: given.filter(Boolean).join(' ') }),
    // Some senders write the name into the free text before the name.
    names: family === '' && identifier !== '' ? [identifier] : [],
    documents: [],
  };
  let inDocument = false;
  for (const { tag, elements } of rest) {
    const [first = [], second = [], third = []] = elements;
    if (tag === 'ATT' && first[0] === SEX) take(person, 'sex', third[0] ?? '');
    else if (tag === 'NAT' && (first[0] ?? '') === NATIONALITY) take(person, 'nationality', second[0] ?? '');
    else if (tag === 'DTM' && first[0] === BIRTH) take(person, 'birthDate', birthDateOf(first[1] ?? '', today));
    else if (tag === 'DOC') {
      const number = second[0] ?? '';
      inDocument = number !== '';
      if (inDocument) person.documents.push({ number });
    } else if (tag === 'LOC' && first[0] === ISSUED_IN && inDocument) {
      const issuer = second[0] ?? '';
      if (issuer !== '') person.documents.at(-1)!.issuer = issuer;
    }
  }
  return person;
}

function take(person: StatedPerson, field: 'sex' | 'nationality' | 'birthDate', text: string): void {
  if (text.trim() !== '') person[field] = text;
}

/** Six figures have no century; eight are read as they are. */
function birthDateOf(text: string, today: string): string {
  return readSixFigures(text, today) ?? text;
}
