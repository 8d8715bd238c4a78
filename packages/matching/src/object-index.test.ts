import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObjectScheme } from './identifiers/scheme.ts';
import { createObjectIndex, type IndexedObject, type ObjectQuery } from './object-index.ts';

const CAR: IndexedObject = {
  id: 'car',
  identifiers: [
    { scheme: 'plate', value: 'А 123 ВС 77', country: 'RUS' },
    { scheme: 'vin', value: '1G4AH59H45G118341' },
  ],
};

const BLANKS: IndexedObject = {
  id: 'blanks',
  identifiers: [],
  ranges: [{ prefix: 'N', from: '10000001', to: '10000100', country: 'KAZ', documentType: 'passport' }],
};

/** Numbers as listed, one of each scheme and of plates several. */
const NUMBERS: [ObjectScheme, string][] = [
  ['plate', 'A123BC77'],
  ['plate', '123ABC01'],
  ['plate', '京AD12345'],
  ['plate', 'DL3CAB1234'],
  ['vin', '1G4AH59H45G118341'],
  ['imo', '9074729'],
  ['mmsi', '422038300'],
  ['call-sign', '3FOF8'],
  ['aircraft-registration', 'RA12345'],
  ['icao-address', '43C6A1'],
  ['container', 'CSQU3054383'],
  ['firearm-serial', 'AK12345'],
  ['serial-number', 'MSN2044'],
];

const TWINS: Record<string, string> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};

/** Ways to write one character: its case, its full-width form, its Cyrillic twin, its digit in other scripts. */
function waysToWrite(character: string): string[] {
  const ways = [character, character.toLowerCase()];
  if (/[A-Z0-9]/.test(character)) ways.push(String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  if (TWINS[character]) ways.push(TWINS[character], TWINS[character].toLowerCase());
  if (/\d/.test(character))
    for (const zero of [0x660, 0x6f0, 0x966]) ways.push(String.fromCharCode(zero + Number(character)));
  return ways;
}

function respelt(value: string): fc.Arbitrary<string> {
  const gap = fc.constantFrom('', '', '', ' ', '-', '.', '·', '\u00a0', '\u200b', ' / ', '\ud800');
  return fc
    .tuple(...[...value].map((character) => fc.tuple(fc.constantFrom(...waysToWrite(character)), gap)))
    .map((parts) => parts.flat().join(''));
}

const LISTED = fc.constantFrom(...NUMBERS).chain(([scheme, value]) =>
  fc.record({
    scheme: fc.constant(scheme),
    value: fc.constant(value),
    written: respelt(value),
    asked: respelt(value),
  }),
);

function indexOf(...objects: IndexedObject[]) {
  const index = createObjectIndex();
  for (const object of objects) expect(index.add(object)).toEqual([]);
  return index;
}

function found(query: ObjectQuery, ...objects: IndexedObject[]) {
  return indexOf(...(objects.length > 0 ? objects : [CAR, BLANKS]))
    .search(query)
    .map(({ id, scheme, verdict }) => [id, scheme, verdict].join(' '));
}

describe('an object is found', () => {
  test.each([
    ['A123BC77', 'car plate matches'],
    ['а-123 вс/77', 'car plate matches'],
    ['A123BC77 RUS', 'car plate matches'],
    ['А123ВС7Т', undefined],
    ['AI23BC77', 'car plate near'],
    ['1G4AH59H45G11834I', 'car vin matches'],
    ['1G4AH59H4SG118341', 'car vin near'],
    ['N10000050', 'blanks document matches'],
    ['n 1000 0100', 'blanks document matches'],
    ['N1O000050', 'blanks document near'],
    ['N10000101', undefined],
    ['10000050', undefined],
  ])('asked %s: %s', (value, answer) => {
    expect(found({ value })).toEqual(answer === undefined ? [] : [answer]);
  });

  test('with what was listed and what was asked, as both were written', () => {
    const index = indexOf(CAR, BLANKS);
    expect(index.search({ value: 'a123bc77' })).toEqual([
      { id: 'car', scheme: 'plate', verdict: 'matches', listed: 'А 123 ВС 77', query: 'a123bc77' },
    ]);
    expect(index.search({ value: 'N10000001' })).toEqual([
      { id: 'blanks', scheme: 'document', verdict: 'matches', listed: 'N10000001–N10000100', query: 'N10000001' },
    ]);
  });

  test('under the scheme asked for only', () => {
    expect(found({ value: 'A123BC77', scheme: 'plate' })).toEqual(['car plate matches']);
    for (const scheme of ['vin', 'serial-number', 'document'] as const)
      expect(found({ value: 'A123BC77', scheme })).toEqual([]);
    expect(found({ value: 'N10000050', scheme: 'document' })).toEqual(['blanks document matches']);
    expect(found({ value: 'N10000050', scheme: 'plate' })).toEqual([]);
  });

  test('whatever its state where the state was not read, and not by the plate of another state', () => {
    expect(found({ value: 'A123BC77', country: 'RUS' })).toEqual(['car plate matches']);
    expect(found({ value: 'A123BC77', country: 'KAZ' })).toEqual([]);
    expect(found({ value: 'N10000050', country: 'KAZ' })).toEqual(['blanks document matches']);
    expect(found({ value: 'N10000050', country: 'RUS' })).toEqual([]);
    const unread = { id: 'unread', identifiers: [{ scheme: 'plate' as const, value: 'A123BC77' }] };
    expect(found({ value: 'A123BC77', country: 'KAZ' }, unread)).toEqual(['unread plate matches']);
  });

  test('by a number that follows no state, whatever the state asked', () => {
    const car: IndexedObject = {
      id: 'car',
      identifiers: [{ scheme: 'vin', value: '1G4AH59H45G118341', country: 'RUS' }],
    };
    expect(found({ value: '1G4AH59H45G118341', country: 'KAZ' }, car)).toEqual(['car vin matches']);
  });

  test('by any spelling of a number listed in any spelling', () => {
    fc.assert(
      fc.property(LISTED, ({ scheme, written, asked }) => {
        const index = indexOf({ id: '1', identifiers: [{ scheme, value: written }] });
        const match = { id: '1', scheme, verdict: 'matches', listed: written, query: asked };
        expect(index.search({ value: asked, scheme })).toEqual([match]);
        expect(index.search({ value: asked })).toContainEqual(match);
      }),
      { numRuns: 500 },
    );
  });

  test('as near by a letter of the series misread, and by a short number only as it is', () => {
    const blanks = { id: 'blanks', identifiers: [], ranges: [{ prefix: 'OA', from: '1000', to: '1999' }] };
    expect(found({ value: 'OA1234' }, blanks)).toEqual(['blanks document matches']);
    expect(found({ value: '0A1234' }, blanks)).toEqual(['blanks document near']);
    const short = { id: 'short', identifiers: [], ranges: [{ prefix: 'A', from: '1000', to: '1999' }] };
    expect(found({ value: 'A1001' }, short)).toEqual(['short document matches']);
    expect(found({ value: 'A1OO1' }, short)).toEqual([]);
  });

  test('by a number of a range in any spelling', () => {
    const index = indexOf(BLANKS);
    const number = fc.integer({ min: 1, max: 100 }).chain((at) => respelt(`N10000${String(at).padStart(3, '0')}`));
    fc.assert(
      fc.property(number, (value) => {
        expect(index.search({ value })).toMatchObject([{ id: 'blanks', scheme: 'document', verdict: 'matches' }]);
      }),
    );
  });
});

describe('the order of an answer', () => {
  const near = { id: 'a', identifiers: [{ scheme: 'plate' as const, value: 'AI23BC77' }] };
  const same = (id: string) => ({ id, identifiers: [{ scheme: 'plate' as const, value: 'A123BC77' }] });

  test('is exactness, then the id by its code units, whatever was added first', () => {
    const expected = ['B plate matches', 'b plate matches', 'ä plate matches', 'я plate matches', 'a plate near'];
    const objects = [near, same('я'), same('b'), same('ä'), same('B')];
    expect(found({ value: 'A123BC77' }, ...objects)).toEqual(expected);
    expect(found({ value: 'A123BC77' }, ...objects.toReversed())).toEqual(expected);
  });

  test('is cut at the limit only after it is made', () => {
    const index = indexOf(near, same('c'), same('b'));
    expect(index.search({ value: 'A123BC77' }, { limit: 2 }).map(({ id }) => id)).toEqual(['b', 'c']);
    for (const limit of [0, -1, Number.NaN]) expect(index.search({ value: 'A123BC77' }, { limit })).toEqual([]);
  });

  test('has an object once for each scheme, by its best number', () => {
    const twice: IndexedObject = {
      id: 'twice',
      identifiers: ['AI23BC77', 'a123bc77', 'A123BC77'].map((value) => ({ scheme: 'plate', value })),
    };
    expect(indexOf(twice).search({ value: 'A123BC77' })).toMatchObject([{ verdict: 'matches', listed: 'A123BC77' }]);
  });
});

describe('the index of objects', () => {
  test('a removed object no longer answers', () => {
    const index = indexOf(CAR, BLANKS);
    expect([index.size, index.remove('car'), index.remove('car'), index.size]).toEqual([2, true, false, 1]);
    expect(index.search({ value: 'A123BC77' })).toEqual([]);
    expect(index.search({ value: '1G4AH59H45G118341' })).toEqual([]);
    expect(index.remove('blanks')).toBe(true);
    expect(index.search({ value: 'N10000050' })).toEqual([]);
  });

  test('an object added again answers as it is now', () => {
    const index = indexOf(CAR);
    index.add({ id: 'car', identifiers: [{ scheme: 'plate', value: 'B777BB99' }] });
    expect(index.size).toBe(1);
    expect(index.search({ value: 'A123BC77' })).toEqual([]);
    expect(index.search({ value: 'B777BB99' })).toMatchObject([{ id: 'car' }]);
  });

  test('what it cannot take is said, and the rest answers', () => {
    const index = createObjectIndex();
    const refused = index.add({
      id: '1',
      identifiers: [
        { scheme: 'plate', value: '---' },
        { scheme: 'vin', value: '1'.repeat(10_000) },
        { scheme: 'serial-number', value: '\ud800\udfff\ud800' },
        { scheme: 'firearm-serial', value: '9'.repeat(41) },
        { scheme: 'plate', value: 'A123BC77' },
      ],
      ranges: [
        { prefix: 'N', from: '2000', to: '1000' },
        { prefix: 'N', from: '1000', to: '2000' },
      ],
    });
    expect(refused).toEqual([
      { what: 'identifier', at: 0, code: 'empty' },
      { what: 'identifier', at: 1, code: 'too-long' },
      { what: 'identifier', at: 2, code: 'empty' },
      { what: 'identifier', at: 3, code: 'too-long' },
      { what: 'range', at: 0, code: 'backwards' },
    ]);
    expect(index.search({ value: 'A123BC77' })).toHaveLength(1);
    expect(index.search({ value: 'N1500' })).toHaveLength(1);
  });

  test('additions and removals in any order leave what a fresh index would hold', () => {
    const range = fc.tuple(fc.nat(20), fc.nat(9)).map(([from, more]) => ({
      prefix: 'O',
      from: String(1000 + from),
      to: String(1000 + from + more),
    }));
    const object = fc.record({
      identifiers: fc.array(
        LISTED.map(({ scheme, written }) => ({ scheme, value: written })),
        { maxLength: 3 },
      ),
      ranges: fc.array(range, { maxLength: 3 }),
    });
    const step = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), object: fc.option(object) });
    const value = fc.oneof(
      LISTED.map(({ asked }) => asked),
      fc.constantFrom('O1010', '01010', 'O1019X', 'A123B077'),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 16 }), value, (steps, asked) => {
        const changed = createObjectIndex();
        const held = new Map<string, IndexedObject>();
        for (const { id, object: added } of steps) {
          if (added === null) {
            expect(changed.remove(id)).toBe(held.delete(id));
          } else {
            held.set(id, { id, ...added });
            changed.add({ id, ...added });
          }
        }
        const fresh = indexOf(...[...held.values()].sort((a, b) => (a.id < b.id ? 1 : -1)));
        expect(changed.search({ value: asked })).toEqual(fresh.search({ value: asked }));
        expect(changed.size).toBe(held.size);
      }),
    );
  });

  test('whatever is asked is answered, and what is no number by nothing', () => {
    const index = indexOf(CAR, BLANKS);
    const unit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 300 }), (value) => {
        expect(index.search({ value })).toBeInstanceOf(Array);
      }),
    );
    for (const value of ['', ' ', '---', '\ud800', '\udc00', '😀', 'A123BC77'.padEnd(10_000), '1'.repeat(10_000)])
      expect(index.search({ value })).toEqual([]);
  });

  test('a hundred thousand ranges, nested and side by side, are told apart', () => {
    const index = createObjectIndex();
    for (let at = 0; at < 100_000; at++)
      index.add({
        id: String(at),
        identifiers: [],
        ranges: [{ prefix: 'N', from: String(10_000_000 + at * 10), to: String(10_000_009 + at * 10) }],
      });
    index.add({ id: 'wide', identifiers: [], ranges: [{ prefix: 'N', from: '10000000', to: '10999999' }] });
    for (let at = 0; at < 1_000; at++)
      expect(index.search({ value: `N${10_000_005 + at * 1_000}` }).map(({ id }) => id)).toEqual([
        String(at * 100),
        'wide',
      ]);
  });
});
