import { CompiledQuery, type Transaction } from 'kysely';
import type pg from 'pg';
import { type KeyRing, proofOf, showKeyId } from '../sealing/key-ring.ts';

/** What the database knows of the keys: a proof of each, by its id, and of the lookup secret. */
export type Proofs = Map<string, Buffer>;

/** The row of the lookup secret, beside those of the keys. */
export const LOOKUP = 'lookup';

const KEYS_LOCK = 7_230_118_402;

/** Runs `work` while no other process compares, makes or removes keys. */
export async function withKeysHeld<Value>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [KEYS_LOCK]);
    return await work(client);
  } finally {
    // Ending the session frees the lock, whatever state the connection is in.
    client.release(true);
  }
}

/** Reads the proofs; makes their table in a database that is new. */
export async function readProofs(client: pg.PoolClient): Promise<Proofs> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS platform;
    CREATE TABLE IF NOT EXISTS platform.record_key (
      id text PRIMARY KEY,
      proof bytea NOT NULL CHECK (octet_length(proof) = 32),
      entered_at timestamptz NOT NULL DEFAULT now()
    )`);
  const { rows } = await client.query<{ id: string; proof: Buffer }>('SELECT id, proof FROM platform.record_key');
  return new Map(rows.map(({ id, proof }) => [id, proof]));
}

/** Adds the proofs of keys the database does not know yet. */
export async function writeProofs(client: pg.PoolClient, ring: KeyRing): Promise<void> {
  await write((text, values) => client.query(text, values), ring);
}

/** The same for a key that rotating has added, in the transaction of its record. */
export async function enterKeys(tx: Transaction<unknown>, ring: KeyRing): Promise<void> {
  await write((text, values) => tx.executeQuery(CompiledQuery.raw(text, values)), ring);
}

/** Forgets keys that no row needs any more, in the transaction of its record. */
export async function removeKeys(tx: Transaction<unknown>, ids: readonly number[]): Promise<void> {
  const statement = 'DELETE FROM platform.record_key WHERE id = ANY($1)';
  await tx.executeQuery(CompiledQuery.raw(statement, [ids.map(showKeyId)]));
}

async function write(query: (text: string, values: unknown[]) => Promise<unknown>, ring: KeyRing): Promise<void> {
  const secrets = [...ring.keys].map(([id, key]) => [showKeyId(id), key] as const);
  for (const [id, secret] of [...secrets, [LOOKUP, ring.lookup] as const]) {
    const statement = 'INSERT INTO platform.record_key (id, proof) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING';
    await query(statement, [id, proofOf(secret)]);
  }
}
