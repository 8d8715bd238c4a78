import pg from 'pg';
import { inject } from 'vitest';
import type { TestDatabase } from './database.ts';
import { askTestServer } from './database-server.ts';

/** A database as it was at a moment: a backup. */
export interface DatabaseCopy {
  /** Puts the copy in the place of what is there by now; connections are cut. Nothing may be at work on it. */
  putBack(): Promise<void>;
  drop(): Promise<void>;
}

/** Copies a test file's database while nothing is at work on it. */
export async function copyDatabase({ url }: Pick<TestDatabase, 'url'>): Promise<DatabaseCopy> {
  const { maintenance } = await askTestServer(inject('ententeTestServer'));
  const name = /\/([a-z0-9_]+)(\?|$)/.exec(url)![1]!;
  const copy = `${name}_copy`;
  await asOwner(maintenance, [cutOff(name), `CREATE DATABASE ${copy} TEMPLATE ${name}`]);
  return {
    putBack: () =>
      asOwner(maintenance, [
        cutOff(copy),
        `DROP DATABASE ${name} WITH (FORCE)`,
        `CREATE DATABASE ${name} TEMPLATE ${copy}`,
      ]),
    drop: () => asOwner(maintenance, [`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`]),
  };
}

function cutOff(name: string): string {
  return `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()
    AND backend_type = 'client backend'`;
}

async function asOwner(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
