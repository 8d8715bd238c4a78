import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  decodePrivateKey,
  encodePrivateKey,
  generatePrivateKey,
  type PrivateKey,
  publicKeyOf,
} from '@entente/crypto/ed25519';
import { encodeVerifierKey, verifierKeyOf } from '@entente/crypto/note/verifier-key';
import type { Database } from '../../../platform/database/database.ts';
import { insertHead, readHead } from '../store/tree.ts';

/** The key the node signs its log with. The private half is in its file and in memory, nowhere else. */
export interface LogKey {
  origin: string;
  verifierKey: string;
  privateKey: PrivateKey;
}

/** The key file and the log do not belong together, or the key is open to others. */
export class LogKeyError extends Error {
  override readonly name = 'LogKeyError';
}

/**
 * The log's key. A node being founded makes one and writes its public half into the log; from then on
 * file and log must agree, since a log that two keys have signed proves nothing.
 *
 * @param origin name of a log founded now, such as `kz.localhost/log`; an existing log keeps its own
 */
export async function openLogKey(db: Database, file: string, origin: string): Promise<LogKey> {
  const head = await readHead(db);
  const privateKey = head === undefined ? await foundKey(file) : await readKey(file);
  if (privateKey === undefined) {
    throw new LogKeyError(
      `The signing key ${file} is missing, and the database holds a log signed with it. Put the file back from the backup.`,
    );
  }
  const name = head?.origin ?? origin;
  const verifierKey = encodeVerifierKey(verifierKeyOf(name, publicKeyOf(privateKey)));
  if (head === undefined) await insertHead(db, { origin, verifierKey });
  const stored = head ?? (await readHead(db))!;
  if (stored.verifierKey !== verifierKey) {
    throw new LogKeyError(
      `The signing key ${file} is not the one the log was signed with (${stored.verifierKey}). Put the right file back, or point the node at the database that belongs to it.`,
    );
  }
  return { origin: name, verifierKey, privateKey };
}

/** The verifier key that belongs to the key file, for a log of that origin; undefined where the file is not. */
export async function readVerifierKey(file: string, origin: string): Promise<string | undefined> {
  const privateKey = await readKey(file);
  return privateKey && encodeVerifierKey(verifierKeyOf(origin, publicKeyOf(privateKey)));
}

/** Two processes may found at once: the first file stands, and both use it. */
async function foundKey(file: string): Promise<PrivateKey> {
  const existing = await readKey(file);
  if (existing !== undefined) return existing;
  const draft = `${file}.${crypto.randomUUID()}`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(draft, encodePrivateKey(generatePrivateKey()), { mode: 0o600, flag: 'wx', flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  // The log will name this key: its file must outlast a power cut before that is written down.
  const folder = await open(dirname(file));
  await folder.sync();
  await folder.close();
  return (await readKey(file))!;
}

async function readKey(file: string): Promise<PrivateKey | undefined> {
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) {
      throw new LogKeyError(`The signing key ${file} can be read by others. Run: chmod 600 ${file}`);
    }
    return decodePrivateKey(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof LogKeyError) throw error;
    throw new LogKeyError(`The signing key ${file} cannot be read: ${(error as Error).message}`);
  }
}
