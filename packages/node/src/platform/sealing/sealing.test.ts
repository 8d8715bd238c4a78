import { testKeyRing, testSealing } from '@entente/testkit/sealing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeyRing, withNewKey } from './key-ring.ts';
import { fixedSource, type KeySource } from './key-source.ts';
import { createSealing } from './sealing.ts';
import { openInTurns, sealInTurns } from './turns.ts';

const fault = (code: string) => expect.objectContaining({ name: 'SealingError', fault: code });

describe('sealing', () => {
  test('gives back what was sealed: any JSON, in every script', () => {
    const sealing = testSealing();
    fc.assert(
      fc.property(fc.jsonValue(), (personal) => {
        const opened = sealing.open('a.b/1', sealing.seal('a.b/1', personal));
        expect(JSON.stringify(opened)).toBe(JSON.stringify(personal));
      }),
    );
    const names = { name: 'Айгүл', latin: 'Aygül', chinese: '阿依古丽', arabic: 'آیگل' };
    expect(sealing.open('a.b/1', sealing.seal('a.b/1', names))).toEqual(names);
  });

  test('gives back bytes as they were', () => {
    const sealing = testSealing();
    const photograph = Buffer.from([0xff, 0xd8, 0, 1, 2]);
    expect(sealing.openBytes('a.b/1', sealing.sealBytes('a.b/1', photograph))).toEqual(photograph);
  });

  test('of many rows is what each would be alone', async () => {
    const sealing = testSealing();
    const places = Array.from({ length: 100 }, (_, at) => `a.b/${at}`);
    const contents = places.map((place, at) => ({
      place,
      content: Buffer.from(JSON.stringify({ at, name: 'Айгүл' })),
    }));
    const sealed = await sealInTurns(sealing, contents);
    const records = places.map((place, at) => ({ place, sealed: sealed[at]! }));
    expect(records.map(({ place, sealed: one }) => sealing.open<{ at: number }>(place, one).at)).toEqual([
      ...places.keys(),
    ]);
    const opened = await openInTurns<{ at: number; name: string }>(sealing, records);
    expect(opened.map(({ at }) => at)).toEqual([...places.keys()]);
    expect([sealing.sealMany([]), sealing.openMany([])]).toEqual([[], []]);
  });

  test('of many rows names the one that does not open, and opens rows of two keys', () => {
    const after = createSealing(fixedSource(withNewKey(testKeyRing())));
    const records = ['a.b/1', 'a.b/2', 'a.b/3'].map((place, at) => ({
      place,
      sealed: (at === 1 ? after : testSealing()).seal(place, at),
    }));
    expect(after.openMany(records)).toEqual([0, 1, 2]);
    expect(() => testSealing().openMany(records)).toThrow(fault('unknown-key'));
    records[2]!.place = 'a.b/4';
    expect(() => after.openMany(records)).toThrow(/^a\.b\/4 does not open/);
    expect(() => after.openMany([{ place: 'a.b/1', sealed: Buffer.from('clear') }])).toThrow(fault('malformed'));
  });

  test('shows nothing of a name in what is stored', () => {
    const stored = testSealing().seal('a.b/1', { name: 'Nurlan Bekov' });
    expect(stored.includes('Nurlan') || stored.includes('Bekov')).toBe(false);
  });

  test('of nothing is a mistake of the program, said at once', () => {
    expect(() => testSealing().seal('a.b/1', undefined)).toThrow('there is nothing to seal for a.b/1');
  });

  test('opened elsewhere, altered or cut names the place and the fault, never the content', () => {
    const sealing = testSealing();
    const sealed = sealing.seal('a.b/1', 'Bekov');
    expect(() => sealing.open('a.b/2', sealed)).toThrow(fault('not-opened'));
    expect(() => sealing.open('a.b/2', sealed)).toThrow(/^a\.b\/2 does not open: /);
    expect(() => sealing.open('a.b/1', sealed.subarray(0, 40))).toThrow(fault('malformed'));
    expect(() => sealing.open('a.b/1', Buffer.from('Bekov, in clear'))).toThrow(fault('malformed'));
    sealed[50]! ^= 1;
    expect(() => sealing.open('a.b/1', sealed)).toThrow(fault('not-opened'));
  });

  test('under a key that is not there says which, and where it should be', () => {
    const other = createSealing(fixedSource(withNewKey(testKeyRing())));
    const sealed = other.seal('a.b/1', 'Bekov');
    expect(() => testSealing().open('a.b/1', sealed)).toThrow(fault('unknown-key'));
    expect(() => testSealing().open('a.b/1', sealed)).toThrow(
      /sealed under the key [0-9a-f]{8}, which the keys at hand/,
    );
  });

  test('finds equal texts without storing them', () => {
    const [one, other] = [testSealing(), testSealing()];
    expect(one.lookup('officer-name', 'a.serik')).toEqual(other.lookup('officer-name', 'a.serik'));
    expect(one.lookup('officer-name', 'a.serik')).not.toEqual(one.lookup('officer-name', 'b.serik'));
  });

  test('asks for newer keys when a record names one it does not know, and only then', () => {
    const before = testKeyRing();
    const after = withNewKey(before);
    let ring: KeyRing = before;
    let asked = 0;
    const source: KeySource = {
      name: 'a test',
      recent: () => ring,
      latest: () => {
        asked += 1;
        ring = after;
        return ring;
      },
    };
    const sealing = createSealing(source);
    expect(sealing.open('a.b/1', testSealing().seal('a.b/1', 'before'))).toBe('before');
    expect(asked).toBe(0);
    const sealedAfter = createSealing(fixedSource(after)).seal('a.b/1', 'after');
    expect(sealing.open('a.b/1', sealedAfter)).toBe('after');
    expect(asked).toBe(1);
  });
});
