import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords of the cluster's two roles, kept in the data folder and readable by its owner alone. */
export interface Credentials {
  /** `postgres`, which founds and watches over the cluster. */
  superuser: string;
  /** `entente`, which owns the node's database and may nothing else. */
  node: string;
}

/** Reads the passwords, or makes them at the first start. */
export function readCredentials(dataDir: string): Credentials {
  const file = join(dataDir, 'database.credentials.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  const made: Credentials = {
    superuser: randomBytes(32).toString('base64url'),
    node: randomBytes(32).toString('base64url'),
  };
  writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true });
  return made;
}
