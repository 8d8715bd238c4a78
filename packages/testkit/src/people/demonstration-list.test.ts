import { existsSync, globSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeDemonstrationList } from './demonstration-list.ts';

const DATA = new URL('../../../../../shared/data/lists/', import.meta.url);
const text = writeDemonstrationList();
const individuals = text.match(/<INDIVIDUAL>.*<\/INDIVIDUAL>/g) ?? [];

/** The words of a name whatever their order and case. */
const wordsOf = (name: string) =>
  (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
    .sort()
    .join(' ');

/** Every name the record bears in Latin whole, in its original script, or as an alias. */
function namesIn(record: string): string[] {
  const field = (name: string) =>
    [...record.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value);
  const whole = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].flatMap(field).join(' ');
  return [whole, ...field('NAME_ORIGINAL_SCRIPT'), ...field('ALIAS_NAME')].filter((name) => name !== '');
}

describe('the demonstration list', () => {
  test('holds a few hundred persons, organisations and vessels, each under a reference of its own', () => {
    const refs = [...text.matchAll(/<DATAID>(\d+)</g)].map(([, ref]) => ref);
    expect(individuals.length).toBeGreaterThan(250);
    expect(text.match(/<ENTITY>/g)).toHaveLength(8);
    expect(new Set(refs).size).toBe(refs.length);
  });

  test('has namesakes born on different days', () => {
    const names = individuals.map((record) => wordsOf(namesIn(record)[0] as string));
    expect(names.length - new Set(names).size).toBeGreaterThanOrEqual(10);
  });

  test.skipIf(!existsSync(DATA))('names nobody who is on a real list (skipped where the lists are not at hand)', () => {
    const real = new Set(readRealNames());
    expect(real.size).toBeGreaterThan(10_000);
    const weak = /^(abu|um) \S+$/;
    const invented = individuals.flatMap(namesIn).filter((name) => !weak.test(name.toLowerCase()));
    expect(invented.filter((name) => real.has(wordsOf(name)))).toEqual([]);
  });
});

/** Names of the UN's list and of every CSV list at hand, by their words. */
function readRealNames(): string[] {
  const read = (path: string) => gunzipSync(readFileSync(new URL(path, DATA))).toString('utf8');
  const un = read('un/un-consolidated.xml.gz').split(/<\/(?:INDIVIDUAL|ENTITY)>/);
  const cells = globSync('{us,eu}/**/*.csv.gz', { cwd: DATA.pathname })
    .flatMap((path) => read(path).match(/"[^"\n]*"|[^,;|\n]+/g) ?? [])
    .flatMap((cell) => cell.replaceAll('"', '').split(/[;|]/));
  return [...un.flatMap(namesIn), ...cells].map(wordsOf).filter((words) => words.includes(' '));
}
