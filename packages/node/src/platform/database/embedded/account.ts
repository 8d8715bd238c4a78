import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The unprivileged account the server runs under. */
export interface Account {
  uid: number;
  gid: number;
}

/** Accounts tried when the node runs as root, the most fitting first. */
const CANDIDATES = ['entente', 'postgres', 'nobody'];

/**
 * Which account the server needs: undefined when the node is no root, since PostgreSQL then runs as
 * the node does. PostgreSQL refuses to run as root. A cluster that exists keeps its owner.
 */
export function serverAccount(cluster: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = cluster === undefined ? undefined : ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  for (const name of CANDIDATES) {
    const account = findAccount(name);
    if (account) return account;
  }
  throw new Error(
    `The node runs as root, and the machine has no unprivileged account for its database (${CANDIDATES.join(', ')}). Create one, or run the node as an ordinary user.`,
  );
}

function ownerOf(path: string): Account | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}

function findAccount(name: string): Account | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }).trim());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
