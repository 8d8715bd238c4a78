import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  decodeOpeningKey,
  encodeOpeningKey,
  generateOpeningKey,
  type OpeningKey,
} from '@entente/crypto/sealed-to/opening-key';

/** The file of oversight's private key is open to others, or no such file at all. */
export class OversightKeyError extends Error {
  override readonly name = 'OversightKeyError';
}

/** The private key in a file; undefined where the file is not, since oversight may keep it elsewhere. */
export async function readOpeningKey(file: string): Promise<OpeningKey | undefined> {
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) {
      throw new OversightKeyError(`The oversight key ${file} can be read by others. Run: chmod 600 ${file}`);
    }
    return decodeOpeningKey(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof OversightKeyError) throw error;
    throw new OversightKeyError(`The oversight key ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** Makes a key in a file for its owner alone. Two processes may found at once: the first file stands, and both use it. */
export async function foundOpeningKey(file: string): Promise<OpeningKey> {
  const existing = await readOpeningKey(file);
  if (existing) return existing;
  const draft = `${file}.${crypto.randomUUID()}`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(draft, encodeOpeningKey(generateOpeningKey()), { mode: 0o600, flag: 'wx', flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  // Questions will be sealed to this key: its file must outlast a power cut before the first is.
  const folder = await open(dirname(file));
  await folder.sync();
  await folder.close();
  return (await readOpeningKey(file))!;
}
