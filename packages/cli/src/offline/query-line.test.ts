import { NAME_HIT_ZONE } from '@entente/testkit/people/demonstration-people';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQueryLine } from './query-line.ts';

const read = (line: unknown) => readQueryLine(typeof line === 'string' ? line : JSON.stringify(line), '2026-11-23');

describe('a line of queries', () => {
  test('an empty text is absent', () => {
    expect(
      read({ id: 1, name: 'Nobody', names: [''], birthDate: '', nationality: ' ', sex: '', document: '', mrz: '' }),
    ).toEqual({
      ok: true,
      id: 1,
      query: { names: ['Nobody'] },
      ignored: [],
    });
  });

  test('a date may be a year or unpadded, a state any code or name', () => {
    expect(read({ id: 'a', name: 'Nobody', birthDate: '1971-4-8', nationality: 'kz', sex: 'F' })).toMatchObject({
      query: { names: ['Nobody'], birthDate: '1971-04-08', nationality: 'KAZ', sex: 'female' },
    });
    expect(read({ id: 'a', name: 'Nobody', birthDate: 1971, nationality: 'Kyrgyzstan' })).toMatchObject({
      query: { birthDate: '1971', nationality: 'KGZ' },
    });
  });

  test('a zone may be one text or its lines, and joins what else the line says', () => {
    const whole = read({ id: 1, mrz: NAME_HIT_ZONE });
    expect(read({ id: 1, mrz: NAME_HIT_ZONE.split('\n') })).toEqual(whole);
    expect(read({ id: 1, name: 'Шыңғысбаев', birthDate: '1985', mrz: NAME_HIT_ZONE })).toMatchObject({
      query: { names: ['Шыңғысбаев', 'ZHANIBEK SHYNGYSBAEV'], birthDate: '1985', documents: [{ number: 'N13370562' }] },
    });
  });

  test('what cannot be understood is left out of the search and named', () => {
    expect(read({ id: 1, name: 'Nobody', birthDate: '1990-02-31', nationality: 'Atlantis', mrz: 'P<' })).toMatchObject({
      ok: true,
      query: { names: ['Nobody'] },
      ignored: ['mrz', 'birthDate', 'nationality'],
    });
  });

  test.each(['not json', '[]', '"text"', 'null', '{}', '{"id":4,"sex":"M"}', `{"name":"${'x'.repeat(10_000)}"}`])(
    '%.40s asks nothing',
    (line) => {
      expect(read(line)).toMatchObject({ ok: false, error: expect.any(String) });
    },
  );

  test('the id comes back also when the line asks nothing', () => {
    expect(read({ id: 'q-9', names: [] })).toMatchObject({ ok: false, id: 'q-9' });
  });

  test('whatever a line holds, it is a question or a reason', () => {
    const codeUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
    const field = fc.oneof(codeUnits, fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('1971', 'KZ', 'Nobody'));
    const line = fc.record(
      {
        id: fc.jsonValue({ maxDepth: 1 }),
        name: field,
        names: field,
        birthDate: field,
        nationality: field,
        sex: field,
        document: field,
        mrz: field,
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(line, (value) => typeof read(value).ok === 'boolean'));
  });
});
