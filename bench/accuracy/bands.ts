import { createIndex, type IndexedSubject, type MatchQuery, type NameIndex } from '@entente/matching';
import { inventPerson } from '@entente/testkit/people/person';
import { alterName } from './listed.ts';

const CLEAN_SEED = 77;

/** Shares of questions, 0 to 1. */
export interface Bands {
  asked: string;
  strong: number;
  possible: number;
  first: number;
  firstTen: number;
}

/** How persons of a list are met by their names as listed, altered, and in their own script: the tables of docs/reference/matching.md. */
export function measureBands(listed: IndexedSubject[]): Bands[] {
  const index = indexOf(listed);
  const several = listed.filter(({ names }) => /\s/u.test(names[0]!.full));
  const latin = indexOf(listed.map((subject) => ({ ...subject, names: subject.names.filter(isLatin) })));
  const original = listed.filter(({ names }) => names.some(isOriginal) && names.some(isLatin));
  const altered = (subject: IndexedSubject, at: number) => alterName(subject.names[0]!.full, at);
  const own = ({ names }: IndexedSubject) => names.find(isOriginal)!.full;
  return [
    seek('as listed', index, several, (subject) => ({ names: [subject.names[0]!.full] })),
    seek('altered', index, several, (subject, at) => ({ names: [altered(subject, at)] })),
    seek('altered, with facts', index, several, (subject, at) => withFacts(subject, altered(subject, at))),
    seek('original script', latin, original, (subject) => ({ names: [own(subject)] })),
    seek('original script, with facts', latin, original, (subject) => withFacts(subject, own(subject))),
  ];
}

/** Shares of clean travellers; `facts`: whether birth date, nationality and sex were asked for with the name. */
export interface FalseAlarms extends Pick<Bands, 'asked' | 'strong' | 'possible'> {
  facts: boolean;
}

/** Shares of clean travellers shown as strong and as possible at most, by what is asked of them. */
export function measureFalseAlarms(listed: IndexedSubject[], travellers: number): FalseAlarms[] {
  const index = indexOf(listed);
  const rows: FalseAlarms[] = [];
  for (const facts of [true, false]) {
    for (const script of ['Latin', 'original script'] as const) {
      let [strong, possible] = [0, 0];
      for (let number = 0; number < travellers; number += 1) {
        const { identity, sex } = inventPerson(CLEAN_SEED, number);
        const name = (script === 'Latin' ? undefined : identity.names.find(isOriginal)) ?? identity.names[0]!;
        const known = { birthDates: identity.birthDates, nationalities: identity.nationalities, sex };
        const bands = index
          .search(facts ? withFacts(known, name.full) : { names: [name.full] })
          .map(({ band }) => band);
        if (bands.some((band) => band !== 'possible')) strong += 1;
        else if (bands.length > 0) possible += 1;
      }
      const asked = `${script}${facts ? ', with facts' : ' name only'}`;
      rows.push({ asked, facts, strong: strong / travellers, possible: possible / travellers });
    }
  }
  return rows;
}

function indexOf(subjects: IndexedSubject[]): NameIndex {
  const index = createIndex();
  for (const subject of subjects) index.add(subject);
  return index;
}

function isOriginal({ kind }: { kind: string }): boolean {
  return kind === 'original-script';
}

function isLatin(name: { kind: string }): boolean {
  return !isOriginal(name);
}

function withFacts(
  { birthDates, nationalities, sex }: Pick<IndexedSubject, 'birthDates' | 'nationalities' | 'sex'>,
  name: string,
): MatchQuery {
  return {
    names: [name],
    ...(birthDates[0] && { birthDate: birthDates[0].date }),
    ...(nationalities[0] && { nationality: nationalities[0] }),
    ...(sex && { sex }),
  };
}

function seek(
  asked: string,
  index: NameIndex,
  subjects: IndexedSubject[],
  question: (subject: IndexedSubject, at: number) => MatchQuery,
): Bands {
  const counts = { strong: 0, possible: 0, first: 0, firstTen: 0 };
  for (const [at, subject] of subjects.entries()) {
    const matches = index.search(question(subject, at));
    const place = matches.findIndex(({ id }) => id === subject.id);
    if (place < 0) continue;
    counts[matches[place]!.band === 'possible' ? 'possible' : 'strong'] += 1;
    counts.firstTen += 1;
    if (place === 0) counts.first += 1;
  }
  const share = (count: number) => count / subjects.length;
  const { strong, possible, first, firstTen } = counts;
  return { asked, strong: share(strong), possible: share(possible), first: share(first), firstTen: share(firstTen) };
}
