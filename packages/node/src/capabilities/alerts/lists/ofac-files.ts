import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ListFileError } from './item.ts';

/** The roles of the files of one OFAC set: targets, alternate names, addresses, continued remarks. */
export interface OfacSet {
  list: 'ofac-sdn' | 'ofac-non-sdn';
  targets: string;
  names: string | undefined;
  addresses: string | undefined;
  comments: string | undefined;
}

const ROLES: readonly [RegExp, OfacSet['list'], Exclude<keyof OfacSet, 'list'>][] = [
  [/^sdn$/, 'ofac-sdn', 'targets'],
  [/^alt$/, 'ofac-sdn', 'names'],
  [/^add$/, 'ofac-sdn', 'addresses'],
  [/^sdn_comments$/, 'ofac-sdn', 'comments'],
  [/^cons_prim$/, 'ofac-non-sdn', 'targets'],
  [/^cons_alt$/, 'ofac-non-sdn', 'names'],
  [/^cons_add$/, 'ofac-non-sdn', 'addresses'],
  [/^cons_comments$/, 'ofac-non-sdn', 'comments'],
];

/** Tells the files of a set by their published names (`sdn.csv`, `cons_alt.csv.gz`), whatever the case. */
export async function findOfacSet(paths: readonly string[]): Promise<OfacSet> {
  const found: Partial<Record<OfacSet['list'], Partial<OfacSet>>> = {};
  for (const path of await listFiles(paths)) {
    const stem = basename(path)
      .toLowerCase()
      .replace(/\.gz$/, '')
      .replace(/\.csv$/, '');
    const role = ROLES.find(([name]) => name.test(stem));
    if (!role) continue;
    const set: Partial<OfacSet> = found[role[1]] ?? { list: role[1] };
    found[role[1]] = set;
    if (set[role[2]])
      throw new ListFileError('list-wrong-format', `There are two files ${stem}.csv; give one of them.`);
    set[role[2]] = path;
  }
  const sets = Object.values(found);
  const [set] = sets;
  if (sets.length > 1) {
    throw new ListFileError(
      'list-wrong-format',
      'Files of the SDN list and of the non-SDN lists lie together; import one list at a time.',
    );
  }
  if (!set?.targets) {
    const missing = set?.list === 'ofac-non-sdn' ? 'cons_prim.csv' : 'sdn.csv';
    throw new ListFileError(
      'list-wrong-format',
      `${missing} is missing; OFAC's set is sdn.csv, alt.csv, add.csv and sdn_comments.csv, or the four cons_ files.`,
    );
  }
  for (const role of ['names', 'addresses'] as const) {
    if (!set[role]) {
      const name = {
        'ofac-sdn': { names: 'alt.csv', addresses: 'add.csv' },
        'ofac-non-sdn': { names: 'cons_alt.csv', addresses: 'cons_add.csv' },
      }[set.list as OfacSet['list']][role];
      throw new ListFileError(
        'list-wrong-format',
        `${name} is missing beside ${basename(set.targets)}; without it every record would lose its ${role === 'names' ? 'aliases' : 'addresses'}.`,
      );
    }
  }
  return { names: undefined, addresses: undefined, comments: undefined, ...set } as OfacSet;
}

async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error: Error) => {
      throw new ListFileError('list-unreadable', `${basename(path)} is not there or may not be read.`, error);
    });
    if (found.isDirectory()) files.push(...(await readdir(path)).sort().map((name) => join(path, name)));
    else files.push(path);
  }
  return files;
}
