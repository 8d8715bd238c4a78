import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from './checks/files.ts';
import { GENERATED } from './generated.ts';

/** `npm run generate`: writes every file that is made from another. */
for (const [path, generate] of Object.entries(GENERATED)) {
  const file = join(ROOT, path);
  const text = await generate();
  if (text === (await readFile(file, 'utf8').catch(() => undefined))) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`wrote ${path}`);
}
