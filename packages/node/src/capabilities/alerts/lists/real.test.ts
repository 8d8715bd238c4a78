import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ListedSubject, ListFormat } from '@entente/contracts/alerts';
import { describe, expect, test } from 'vitest';
import { readList } from './read.ts';

/** The real lists stay where they are; elsewhere there is nothing to compare with. */
const LISTS = fileURLToPath(new URL('../../../../../../../shared/data/lists/', import.meta.url));
const atHand = existsSync(LISTS);

interface Counted {
  subjects: Record<string, number>;
  names: number;
  /** Names in another script than Latin. */
  scripts: number;
  birthDates: number;
  nationalities: number;
  documents: number;
  refused: number;
  /** Fields left out. */
  left: number;
}

async function count(format: ListFormat, ...files: string[]): Promise<Counted> {
  const counted: Counted = {
    subjects: {},
    names: 0,
    scripts: 0,
    birthDates: 0,
    nationalities: 0,
    documents: 0,
    refused: 0,
    left: 0,
  };
  const onProblem = (_: unknown, refused: boolean) => {
    counted[refused ? 'refused' : 'left'] += 1;
  };
  for await (const subject of readList(
    format,
    files.map((file) => LISTS + file),
    { onProblem },
  )) {
    counted.subjects[subject.kind] = (counted.subjects[subject.kind] ?? 0) + 1;
    countIdentity(counted, subject);
  }
  return counted;
}

function countIdentity(counted: Counted, { identities: [identity] }: ListedSubject): void {
  counted.names += identity!.names.length;
  counted.scripts += identity!.names.filter(({ script }) => script !== 'Latn' && script !== 'Zyyy').length;
  counted.birthDates += identity!.birthDates.length;
  counted.nationalities += identity!.nationalities.length;
  counted.documents += identity!.documents.length;
}

/** Figures counted in the files themselves, by other means; more is found where fields hold several values. */
describe.skipIf(!atHand)(`the real lists${atHand ? '' : ' (skipped: ../shared/data/lists is not at hand)'}`, () => {
  test('UN: 730 persons and 273 organisations, 336 names in original script, 652 nationalities, 454 numbers of documents', async () => {
    const counted = await count('un-sc', 'un/un-consolidated.xml.gz');
    expect(counted.subjects).toEqual({ person: 730, organisation: 273 });
    expect(counted.refused).toBe(0);
    expect(counted.scripts).toBeGreaterThan(336 + 42);
    // 1,003 primary names, 2,139 + 613 aliases, some of them several, 378 in original script.
    expect(counted.names).toBeGreaterThan(1003 + 2139 + 613 + 378);
    // 652 values, of which one is "na" and one "former Soviet Union".
    expect(counted.nationalities).toBe(650);
    expect(counted.documents).toBeGreaterThanOrEqual(454);
    expect(counted.left).toBe(3);
  });

  test('OFAC SDN: 8,976 targets, 11,910 alternate names, 5,125 birth dates in the remarks', async () => {
    const counted = await count('ofac-sdn', 'us/ofac-sdn');
    expect(counted.subjects).toEqual({ person: 4620, organisation: 3673, vessel: 406, aircraft: 277 });
    expect(counted.names).toBeGreaterThan(8976 + 11_910);
    expect(counted.birthDates).toBeGreaterThanOrEqual(5124);
    expect(counted.documents).toBeGreaterThan(7000);
    expect([counted.refused, counted.left]).toEqual([0, 0]);
  });

  test('OFAC non-SDN: 442 targets, 1,073 alternate names', async () => {
    const counted = await count('ofac-sdn', 'us/ofac-non-sdn');
    expect(counted.subjects).toEqual({ person: 79, organisation: 363 });
    expect(counted.names).toBeGreaterThanOrEqual(442 + 1073);
    expect([counted.refused, counted.left]).toEqual([0, 0]);
  });

  test('US CSL: 4,226 whole rows of 4,219 targets, the last row cut', async () => {
    const counted = await count('us-csl', 'us/consolidated-screening-list.csv.gz');
    expect(Object.values(counted.subjects).reduce((sum, kind) => sum + kind)).toBe(4219);
    expect(counted.refused).toBe(1);
  });

  test('EU Official Journal: 1,643 rows of six regulations, 216 of an amendment', async () => {
    const acts = ['32002R0881', '32006R0765', '32011R0753', '32012R0036', '32016R0044', '32017R1509'];
    const counted = await count('eu-oj', ...acts.map((act) => `eu/oj/${act}.csv.gz`));
    expect(counted.subjects).toEqual({ person: 1217, organisation: 351, vessel: 75 });
    expect(counted.scripts).toBeGreaterThan(1000);
    expect(counted.nationalities).toBeGreaterThan(700);
    expect(counted.refused).toBe(0);
    expect(counted.left).toBeLessThan(10);
    expect((await count('eu-oj', 'eu/oj/amendment-32026R1843.csv.gz')).subjects).toEqual({
      person: 48,
      organisation: 168,
    });
  });

  test('EU FSF and UK: the samples, whole', async () => {
    expect(await count('eu-fsf', 'eu/eu-fsf-sample.xml')).toMatchObject({
      subjects: { person: 1 },
      names: 2,
      refused: 0,
    });
    expect(await count('uk-sl', 'uk/uk-sanctions-list-sample.csv')).toMatchObject({
      subjects: { person: 1, organisation: 1 },
      documents: 3,
      refused: 0,
    });
  });
});
