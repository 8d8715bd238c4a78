import type pg from 'pg';
import type { Log } from '../log.ts';
import { foundKeyFile, KeyFileError, type ReadKeyFile, readKeyFile } from '../sealing/key-file.ts';
import { type KeyRing, proofOf, showKeyId } from '../sealing/key-ring.ts';
import { keyFileSource } from '../sealing/key-source.ts';
import { createSealing, type Sealing } from '../sealing/sealing.ts';
import { LOOKUP, type Proofs, readProofs, withKeysHeld, writeProofs } from './key-proofs.ts';

/**
 * Opens the keys of this database's personal data. A node being founded gets a file of them; from then on the database
 * knows each key by a proof, and a file that is missing, or lacks a key, is refused before anything is served.
 */
export async function openRecordKeys(pool: pg.Pool, file: string, log: Log): Promise<Sealing> {
  return await withKeysHeld(pool, async (client) => {
    const proofs = await readProofs(client);
    const opened = readKeyFile(file) ?? foundFor(proofs, file);
    checkKeys(opened.ring, proofs, file);
    await writeProofs(client, opened.ring);
    return createSealing(keyFileSource(file, opened, log));
  });
}

function foundFor(proofs: Proofs, file: string): ReadKeyFile {
  if (proofs.size === 0) return foundKeyFile(file);
  throw new KeyFileError(
    `The key file ${file} is missing, and the database holds personal data sealed with its keys, which nobody can read without them. Put the file back from the backup, or name its place in ENTENTE_KEY_FILE.`,
  );
}

function checkKeys(ring: KeyRing, proofs: Proofs, file: string): void {
  const lookup = proofs.get(LOOKUP);
  if (lookup && !lookup.equals(proofOf(ring.lookup))) {
    throw new KeyFileError(
      `The key file ${file} belongs to another node's database. Put the right file in its place, or point the node at the database that belongs to it.`,
    );
  }
  const keys = new Map([...ring.keys].map(([id, key]) => [showKeyId(id), key]));
  for (const [id, proof] of proofs) {
    if (id === LOOKUP) continue;
    const key = keys.get(id);
    if (!key || !proof.equals(proofOf(key))) {
      throw new KeyFileError(
        `The key file ${file} lacks the key ${id}, with which records of this database are sealed: it is older than the last rotation, or damaged. Put the newest copy in its place.`,
      );
    }
  }
}
