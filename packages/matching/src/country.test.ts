import { describe, expect, test } from 'vitest';
import countries from '../../../vectors/names/countries.json' with { type: 'json' };
import { parseCountry } from './country.ts';

describe('a state named in a list or by an officer', () => {
  test.each(Object.entries(countries.countries))('"%s" is %s', (written, iso3) => {
    expect(parseCountry(written)).toBe(iso3 ?? undefined);
  });

  test('a text of any length is answered', () => {
    expect(parseCountry('Kazakhstan '.repeat(100_000))).toBeUndefined();
  });
});
