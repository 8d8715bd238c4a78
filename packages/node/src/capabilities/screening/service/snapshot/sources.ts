import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../../../platform/config.ts';

/** What decides how alerts and lists are read into the index. */
const PACKAGES = ['matching', 'contracts', 'node'];
const TABLES = ['pinyin-pro', 'opencc-js'];

let known: string | undefined;

/** A hash of everything that decides what an index holds: this project's sources and the tables of Han that it reads by. */
export function hashSources(): string {
  known ??= hash();
  return known;
}

function hash(): string {
  const sum = createHash('sha256').update(`${process.versions.unicode} ${process.version}\n`);
  for (const name of TABLES) sum.update(readFileSync(join(PROJECT, 'node_modules', name, 'package.json')));
  for (const name of PACKAGES) {
    const folder = join(PROJECT, 'packages', name, 'src');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (file.endsWith('.ts') && !file.endsWith('.test.ts'))
        sum.update(`${name}/${file}\n`).update(readFileSync(join(folder, file)));
  }
  return sum.digest('hex');
}
