import { createIndex, type IndexedSubject, type MatchQuery, type NameIndex } from '@entente/matching';
import { type InventedPerson, inventPeople, inventPerson } from '@entente/testkit/people/person';
import { alterName } from './listed.ts';

const LISTED_SEED = 1;
const CLEAN_SEED = 77;

export interface Retrieved {
  /** Shares of the altered names whose person came first, and among the first ten. */
  first: number;
  firstTen: number;
  /** Shares of clean travellers shown as strong, and at all, against the UN list alone. */
  strongAlarms: number;
  alarms: number;
}

/** Altered names of listed persons, sought among invented ones; and travellers on no list, checked against the real list. */
export function measureRetrieval(listed: IndexedSubject[], invented: number, travellers: number): Retrieved {
  const real = createIndex();
  for (const subject of listed) real.add(subject);
  const crowd = createIndex();
  for (const subject of listed) crowd.add(subject);
  for (const person of inventPeople(invented, LISTED_SEED)) crowd.add(asSubject(person));
  return { ...seekAltered(crowd, listed), ...countAlarms(real, travellers) };
}

function seekAltered(index: NameIndex, listed: IndexedSubject[]): Pick<Retrieved, 'first' | 'firstTen'> {
  const sought = listed.filter(({ names }) => /\s/u.test(names[0]!.full));
  let first = 0;
  let firstTen = 0;
  for (const [at, subject] of sought.entries()) {
    const places = index.search({ names: [alterName(subject.names[0]!.full, at)] }).map(({ id }) => id);
    if (places[0] === subject.id) first++;
    if (places.includes(subject.id)) firstTen++;
  }
  return { first: first / sought.length, firstTen: firstTen / sought.length };
}

function countAlarms(index: NameIndex, travellers: number): Pick<Retrieved, 'strongAlarms' | 'alarms'> {
  let strong = 0;
  let any = 0;
  for (let number = 0; number < travellers; number++) {
    const matches = index.search(askAbout(inventPerson(CLEAN_SEED, number)));
    if (matches.length > 0) any++;
    if (matches.some(({ band }) => band !== 'possible')) strong++;
  }
  return { strongAlarms: strong / travellers, alarms: any / travellers };
}

function asSubject({ number, identity }: InventedPerson): IndexedSubject {
  const { names, birthDates, nationalities, sex, documents } = identity;
  return { id: `invented-${number}`, kind: 'person', names, birthDates, nationalities, ...(sex && { sex }), documents };
}

function askAbout({ identity, sex }: InventedPerson): MatchQuery {
  const [date] = identity.birthDates;
  const [nationality] = identity.nationalities;
  return {
    names: [identity.names[0]!.full],
    ...(date && { birthDate: date.date }),
    ...(nationality && { nationality }),
    sex,
  };
}
