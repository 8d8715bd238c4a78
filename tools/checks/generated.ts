import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATED } from '../generated.ts';
import { ROOT } from './files.ts';

/** Every generated file is what its generator writes today. */
export async function checkGenerated(): Promise<string[]> {
  const faults: string[] = [];
  for (const [path, generate] of Object.entries(GENERATED)) {
    const there = await readFile(join(ROOT, path), 'utf8').catch(() => undefined);
    if (there !== (await generate())) faults.push(`${path} is out of date; write it with: npm run generate`);
  }
  return faults;
}
