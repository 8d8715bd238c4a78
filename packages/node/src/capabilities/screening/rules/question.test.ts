import { CLEAN_TRAVELLER_ZONE, NAMESAKE_ZONE } from '@entente/testkit/people/demonstration-people';
import { writeTd3 } from '@entente/testkit/people/zone';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeListed, readRequest } from './question.ts';

const TODAY = '2026-11-23';

function asked(request: Parameters<typeof readRequest>[0]) {
  const reading = readRequest(request, TODAY);
  if (!reading.ok) throw new Error(reading.code);
  return reading.question;
}

describe('a question', () => {
  test('a scanned zone asks by name, particulars and document together', () => {
    const { query, readAs } = asked({ by: 'text', text: CLEAN_TRAVELLER_ZONE });
    expect(query).toMatchObject({
      names: ['OYUUNGEREL SUKHBAATRYN'],
      birthDate: '1991-05-12',
      nationality: 'MNG',
      sex: 'female',
      documents: [{ number: 'E21749036', country: 'MNG' }],
    });
    expect(readAs).toMatchObject({ kind: 'mrz', documentNumber: 'E21749036', birthDate: '1991-05-12' });
  });

  test('an identity card asks in the same way', () => {
    expect(asked({ by: 'mrz', text: NAMESAKE_ZONE }).query).toMatchObject({
      names: ['NURLAN SARYBAEV'],
      documents: [{ number: '048213377', country: 'KAZ' }],
    });
  });

  test('a personal number in the free field is asked by too: lists know people by it', () => {
    const zone = writeTd3({
      issuer: 'KAZ',
      nationality: 'KAZ',
      family: 'Nobody',
      given: 'Nikto',
      number: 'N00000001',
      birthDate: '1980-01-01',
      sex: 'male',
      expiryDate: '2030-01-01',
      optional: '800101300123',
    });
    expect(asked({ by: 'mrz', text: zone }).query.documents?.map((held) => held.number)).toEqual([
      'N00000001',
      '800101300123',
    ]);
  });

  test('a number that may be several things is asked as each of them', () => {
    const { readAs, query, numbers } = asked({ by: 'text', text: 'A 123 BC 77' });
    expect(readAs.object?.number).toBe('A 123 BC 77');
    expect(numbers.map(({ scheme }) => scheme)).toEqual(readAs.object?.schemes);
    expect(numbers.map(({ scheme }) => scheme)).toContain('plate');
    expect(query.names).toEqual([]);
  });

  test('a document is asked for in ranges of stolen blanks too, with its issuer', () => {
    expect(asked({ by: 'document', number: 'N1234567', issuer: 'KZ' }).numbers).toEqual([
      { value: 'N1234567', scheme: 'document', country: 'KAZ' },
    ]);
    expect(asked({ by: 'text', text: CLEAN_TRAVELLER_ZONE }).numbers).toEqual([
      { value: 'E21749036', scheme: 'document', country: 'MNG' },
    ]);
  });

  test('a plate asks no list, a ship asks those that know ships by number', () => {
    expect(asked({ by: 'object', scheme: 'plate', number: 'A123BC77' }).query.documents).toEqual([]);
    const ship = asked({ by: 'object', scheme: 'imo', number: '9074729' });
    expect(ship.query.documents).toEqual([{ number: '9074729' }]);
    expect(mayBeListed(ship.readAs, 'vessel')).toBe(true);
    expect(mayBeListed(ship.readAs, 'person')).toBe(false);
    expect(mayBeListed(asked({ by: 'document', number: '9074729' }).readAs, 'person')).toBe(true);
  });

  test('a state may be named in any usual way', () => {
    const identity = { names: ['Nobody'], nationality: 'Казахстан' };
    expect(asked({ by: 'identity', identity }).query.nationality).toBe('KAZ');
    expect(asked({ by: 'document', number: 'N1234567', issuer: 'KZ' }).query.documents).toEqual([
      { number: 'N1234567', country: 'KAZ' },
    ]);
  });

  test.each([
    [
      'an impossible date',
      { by: 'identity', identity: { names: ['Nobody'], birthDate: '1990-02-31' } },
      'impossible-date',
    ],
    [
      'a state nobody knows',
      { by: 'identity', identity: { names: ['Nobody'], nationality: 'Atlantis' } },
      'unknown-country',
    ],
    [
      'marks without a letter',
      { by: 'identity', identity: { names: ['\u200f\u202e\u200b', '---'] } },
      'nothing-to-ask',
    ],
    ['a number without a digit', { by: 'document', number: '///' }, 'nothing-to-ask'],
  ] as const)('%s is said to be unreadable, never quietly left out', (_, request, code) => {
    expect(readRequest(request as unknown as Parameters<typeof readRequest>[0], TODAY)).toEqual({ ok: false, code });
  });

  test('a broken zone is told from an empty one', () => {
    for (const text of ['<<<<', CLEAN_TRAVELLER_ZONE.slice(0, 20), 'P<UTO', '\u202e\u202d']) {
      const reading = readRequest({ by: 'mrz', text }, TODAY);
      if (!reading.ok) expect(reading.code).toMatch(/^[a-z-]+$/);
    }
  });

  test('whatever is typed or scanned, there is a question or a reason', () => {
    const codeUnits = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units));
    const alphabet = fc.oneof(
      codeUnits,
      fc.stringMatching(/^[A-Z0-9<\n]{1,95}$/),
      fc.constantFrom('\u202e'.repeat(50), 'A'.repeat(10_000), '\u0000', '\ud800', 'ا\u200d'.repeat(500)),
    );
    fc.assert(
      fc.property(alphabet, fc.constantFrom('text', 'mrz'), (text, by) => {
        const reading = readRequest({ by, text } as Parameters<typeof readRequest>[0], TODAY);
        return reading.ok ? reading.question.readAs.kind.length > 0 : reading.code.length > 0;
      }),
    );
  });
});
