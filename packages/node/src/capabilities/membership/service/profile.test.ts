import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadMembership, type ProfileError } from './profile.ts';

const SHIPPED = fileURLToPath(new URL('../../../../../../profiles/sco-2018', import.meta.url));

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-profile-'));
  await cp(SHIPPED, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const faultsOf = (path = folder) =>
  loadMembership(path).then(
    () => [],
    (error: ProfileError) => error.faults,
  );

describe('a profile in a folder', () => {
  test('tells a state by either code, and knows no other', async () => {
    const membership = await loadMembership(folder);
    expect(membership.stateByCode('KG')?.names.ru).toBe('Кыргызстан');
    expect(membership.stateByCode('KGZ')).toBe(membership.stateByCode('KG'));
    expect(membership.stateByCode('FR')).toBeUndefined();
    expect(membership.stateByCode('__proto__')).toBeUndefined();
  });

  test('says which bodies may have a node, and which treaties are in force by its own dates', async () => {
    const membership = await loadMembership(folder);
    expect(membership.nodeBodies()).toEqual(['secretariat', 'rats', 'rats-council', 'rats-ec']);
    const charter = { id: 'charter-2002', inForceFrom: '2003-09-19T00:00:00.000Z' };
    expect(membership.treatiesInForce()).toEqual([charter]);
  });

  test('that lacks files is refused with each of them', async () => {
    await rm(join(folder, 'bodies.json'));
    await rm(join(folder, 'limits.json'));
    expect(await faultsOf()).toEqual([
      expect.stringMatching(/^bodies\.json: .*no such file/),
      expect.stringMatching(/^limits\.json: .*no such file/),
    ]);
  });

  test('that is not there is refused', async () => {
    expect(await faultsOf(join(folder, 'elsewhere'))).toHaveLength(11);
  });

  test('that is cut in the middle of a file is refused', async () => {
    const text = await readFile(join(folder, 'states.json'), 'utf8');
    await writeFile(join(folder, 'states.json'), text.slice(0, 1000));
    expect(await faultsOf()).toEqual([expect.stringMatching(/^states\.json: .*JSON/)]);
  });

  test('that holds something else altogether is refused', async () => {
    await writeFile(join(folder, 'states.json'), '"Kazakhstan"');
    expect(await faultsOf()).toContain('states: must be array');
  });

  test('is refused with every fault in the message, for the operator to read', async () => {
    await writeFile(join(folder, 'purposes.json'), '[]');
    await expect(loadMembership(folder)).rejects.toThrow(
      `The profile ${folder} cannot be used:\n  - purposes: must not have`,
    );
  });
});
