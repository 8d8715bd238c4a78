import { inventPeople } from '@entente/testkit/people/person';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertInForce } from '../../alerts/index.ts';
import type { Question } from '../model/question.ts';
import { readRequest } from '../rules/question.ts';
import { createAlertIndex } from './alert-index.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2027-11-23T09:00:00Z');

let number = 0;
const alertOn = (subject: AlertInForce['subject'], change: Partial<AlertInForce> = {}): AlertInForce => ({
  id: `alert-${++number}`,
  reference: `KZ-2026-${String(number).padStart(6, '0')}`,
  owner: 'KZ',
  category: 'wanted-for-arrest',
  action: 'arrest',
  kind: subject.kind,
  subject,
  expiresAt: LATER,
  ...change,
});
const name = (full: string) => ({ full, kind: 'primary' as const, quality: 'good' as const, script: 'Latn' });
const identity = (
  status: 'confirmed' | 'claimed' | 'false' | 'misused',
  full: string,
  date?: string,
  passport?: string,
) => ({
  status,
  names: [name(full)],
  birthDates: date ? [{ date }] : [],
  birthPlaces: [],
  nationalities: [],
  documents: passport ? [{ type: 'passport' as const, number: passport, country: 'KAZ' }] : [],
});
const person = (...identities: ReturnType<typeof identity>[]) => alertOn({ kind: 'person', identities });

function ask(request: Parameters<typeof readRequest>[0]): Question {
  const reading = readRequest(request, '2026-11-23');
  if (!reading.ok) throw new Error(reading.code);
  return reading.question;
}
const named = (full: string, birthDate?: string) =>
  ask({ by: 'identity', identity: { names: [full], ...(birthDate && { birthDate }) } });

function indexOf(...alerts: AlertInForce[]) {
  const index = createAlertIndex();
  for (const alert of alerts) index.put(alert);
  return (question: Question, at = NOW) => index.search(question, at);
}

describe('persons', () => {
  test('an alert is met once, whichever of its identities are', () => {
    const search = indexOf(
      person(identity('confirmed', 'Serik Abenov', '1980-01-01'), identity('false', 'Serik Abenov', '1980-01-02')),
    );
    const met = search(named('Serik Abenov', '1980-01-01'));
    expect(met).toHaveLength(1);
    expect(met[0]).toMatchObject({ band: 'strong', about: [0] });
  });

  test('the document of one identity and the name of another are seen to be mixed, and make no better score', () => {
    const wanted = person(
      identity('confirmed', 'Serik Abenov', '1980-01-01', 'N1234567'),
      identity('false', 'Timur Qasymov', '1985-05-05', 'N7654321'),
    );
    const search = indexOf(wanted);
    const question = named('Timur Qasymov', '1985-05-05');
    const [mixed] = search({
      ...question,
      query: { ...question.query, documents: [{ number: 'N1234567', country: 'KAZ' }] },
    });
    expect(mixed).toMatchObject({ band: 'exact-document', about: [0, 1] });
    const [own] = search({
      ...question,
      query: { ...question.query, documents: [{ number: 'N7654321', country: 'KAZ' }] },
    });
    expect(own).toMatchObject({ band: 'exact-document', about: [1] });
    expect(mixed!.score).toBeLessThan(own!.score);
  });

  test('alerts of several states on one person are all met', () => {
    const search = indexOf(
      person(identity('confirmed', 'Serik Abenov', '1980-01-01')),
      { ...person(identity('confirmed', 'Серик Абенов', '1980-01-01')), owner: 'RU' },
      { ...person(identity('confirmed', 'Serik Abenov', '1980')), owner: 'UZ' },
    );
    expect(
      search(named('Serik Abenov', '1980-01-01'))
        .map(({ alert }) => alert.owner)
        .sort(),
    ).toEqual(['KZ', 'RU', 'UZ']);
  });
});

describe('the end of an alert', () => {
  test('a withdrawn alert no longer answers searches', () => {
    const wanted = person(identity('confirmed', 'Serik Abenov', '1980-01-01'), identity('false', 'Timur Qasymov'));
    const index = createAlertIndex();
    index.put(wanted);
    index.remove(wanted.id);
    index.remove('never there');
    expect(index.size).toBe(0);
    expect(index.search(named('Timur Qasymov'), NOW)).toEqual([]);
  });

  test('an amended alert answers as it now is: an identity that was taken out is met no more', () => {
    const wanted = person(identity('confirmed', 'Serik Abenov'), identity('false', 'Timur Qasymov'));
    const index = createAlertIndex();
    index.put(wanted);
    index.put({ ...wanted, subject: { kind: 'person', identities: [identity('confirmed', 'Serik Abenov')] } });
    expect(index.search(named('Timur Qasymov'), NOW)).toEqual([]);
    expect(index.search(named('Serik Abenov'), NOW)).toHaveLength(1);
  });

  test('from the moment it expires it answers no more, though no job has run', () => {
    const search = indexOf(person(identity('confirmed', 'Serik Abenov')));
    expect(search(named('Serik Abenov'), new Date(LATER.getTime() - 1))).toHaveLength(1);
    expect(search(named('Serik Abenov'), LATER)).toEqual([]);
  });
});

describe('documents', () => {
  const holder = identity('confirmed', 'Гульнара Асанова', '1990-02-03');
  const lost = () =>
    alertOn(
      { kind: 'document', documentType: 'passport', number: 'N 123-4567', issuer: 'KAZ', status: 'stolen', holder },
      { category: 'document-lost-stolen', action: 'verify-document' },
    );

  test('are met by number, however it is written', () => {
    const search = indexOf(lost());
    expect(search(ask({ by: 'document', number: 'n1234567' }))).toMatchObject([{ band: 'exact-document' }]);
  });

  test('of another issuer with that number are others', () => {
    const search = indexOf(lost());
    expect(search(ask({ by: 'document', number: 'N1234567', issuer: 'KGZ' }))).toEqual([]);
    expect(search(ask({ by: 'document', number: 'N1234567', issuer: 'KAZ' }))).toHaveLength(1);
  });

  test('are not met by the name of the holder, who lost one', () => {
    const search = indexOf(lost());
    expect(search(named('Гульнара Асанова', '1990-02-03'))).toEqual([]);
  });

  test('tell whether bearer and holder agree', () => {
    const search = indexOf(lost());
    const by = (full: string, birthDate: string) => {
      const question = named(full, birthDate);
      return search({ ...question, query: { ...question.query, documents: [{ number: 'N1234567' }] } })[0];
    };
    expect(by('GULNARA ASANOVA', '1990-02-03')?.bearerAgrees).toBe(true);
    expect(by('GULNARA ASANOVA', '1971-02-03')?.bearerAgrees).toBeUndefined();
    expect(by('PETR IVANOV', '1990-02-03')?.bearerAgrees).toBeUndefined();
  });

  test('that were stolen blank are met by the range their number lies in', () => {
    const search = indexOf(
      alertOn({ kind: 'blank-documents', issuer: 'KAZ', prefix: 'N', from: '5000000', to: '5000999' }),
    );
    expect(search(ask({ by: 'document', number: 'N5000500' }))).toMatchObject([
      { band: 'exact-document', evidence: [{ kind: 'document', verdict: 'matches', type: 'blank-documents' }] },
    ]);
    expect(search(ask({ by: 'document', number: 'N5001000' }))).toEqual([]);
    expect(search(ask({ by: 'document', number: 'N5000500', issuer: 'KGZ' }))).toEqual([]);
  });
});

describe('objects', () => {
  const vehicle = alertOn({ kind: 'vehicle', plate: 'А123ВС77', country: 'RUS', vin: 'XTA210990Y2766389' });

  test('a plate is met by its Latin twin, through the desk’s one field too', () => {
    const search = indexOf(vehicle);
    expect(search(ask({ by: 'object', scheme: 'plate', number: 'A123BC77' }))).toMatchObject([
      { band: 'exact-document', evidence: [{ kind: 'object', scheme: 'plate', verdict: 'matches' }] },
    ]);
    expect(search(ask({ by: 'text', text: 'A 123 BC 77' }))).toHaveLength(1);
  });

  test('a plate of another state is another', () => {
    const search = indexOf(vehicle);
    expect(search(ask({ by: 'object', scheme: 'plate', number: 'A123BC77', country: 'KAZ' }))).toEqual([]);
  });

  test.each([
    ['vin', 'XTA210990Y2766389'],
    ['imo', 'IMO 9074729'],
    ['mmsi', '436000001'],
    ['call-sign', 'UNAB'],
    ['aircraft-registration', 'UP-B5702'],
    ['icao-address', '68304A'],
    ['container', 'CSQU 305438 3'],
    ['firearm-serial', 'КА-77312'],
  ] as const)('are met by %s', (scheme, asked) => {
    const search = indexOf(
      vehicle,
      alertOn({ kind: 'vessel', name: 'Nobody', imo: '9074729', mmsi: '436000001', callSign: 'UNAB' }),
      alertOn({ kind: 'aircraft', registration: 'UP-B5702', icaoAddress: '68304A' }),
      alertOn({ kind: 'container', number: 'CSQU3054383' }),
      alertOn({ kind: 'firearm', serialNumber: 'КА77312' }),
    );
    expect(search(ask({ by: 'object', scheme, number: asked }))).toMatchObject([
      { band: 'exact-document', evidence: [{ kind: 'object', scheme, verdict: 'matches' }] },
    ]);
  });
});

describe('on every node', () => {
  const persons = Array.from(inventPeople(400, 7), ({ number, identity }) =>
    alertOn({ kind: 'person', identities: [{ ...identity, status: 'confirmed' }] }, { id: `first-${number}` }),
  );
  const questions = persons.slice(0, 40).map(({ subject }) => named(nameOf(subject)));
  const answers = (alerts: AlertInForce[]) => {
    const search = indexOf(...alerts);
    return questions.map((question) =>
      search(question).map(({ alert: { id: _, ...alert }, ...met }) => ({ alert, ...met })),
    );
  };
  const expected = answers(persons);

  test('the same alerts give the same hits, scores and order, whatever ids it gave them and in whatever order they came', () => {
    expect(expected.filter((met) => met.length > 0)).toHaveLength(questions.length);
    const order = fc.shuffledSubarray(persons, { minLength: persons.length });
    const ids = fc.nat();
    fc.assert(
      fc.property(order, ids, (arrived, seed) => {
        const elsewhere = arrived.map((alert, at) => ({ ...alert, id: `${(seed + at * 7919) % 1_000_003}` }));
        expect(answers(elsewhere)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('what came and went leaves no trace in the answers', () => {
    const gone = Array.from(inventPeople(100, 8), ({ identity }) =>
      alertOn({ kind: 'person', identities: [{ ...identity, status: 'confirmed' }] }),
    );
    const index = createAlertIndex();
    for (const alert of gone) index.put(alert);
    for (const alert of persons) index.put(alert);
    for (const { id } of gone) index.remove(id);
    expect(
      questions.map((question) =>
        index.search(question, NOW).map(({ alert: { id: _, ...alert }, ...met }) => ({ alert, ...met })),
      ),
    ).toEqual(expected);
  });
});

function nameOf(subject: AlertInForce['subject']): string {
  return subject.kind === 'person' ? subject.identities[0]!.names[0]!.full : '';
}
