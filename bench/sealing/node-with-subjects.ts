import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, createLog, readConfig, startNode } from '@entente/node';
import { writeSubjects } from '@entente/node/capabilities/alerts/store/subjects';
import type { Foundation } from '@entente/node/compose';
import type { OpenDatabase } from '@entente/node/platform/database/database';
import { foundDemonstrationNode } from '@entente/testkit/demonstration';
import { asListed, inventPeople } from '@entente/testkit/people/person';
import { sql } from 'kysely';
import type { BenchOptions } from '../row.ts';

/** A node that runs over so many listed subjects. */
export interface LoadedNode {
  config: Config;
  database: OpenDatabase;
  reach: { port: number; host: string };
}

const BATCH = 500;
/** The folder's own people begin with another seed. */
const SEED = 52_000;

/** Runs a demonstration node of this process over `subjects` more listed persons, for the length of `work`. */
export async function withNode<Value>(
  subjects: number,
  log: BenchOptions['log'],
  work: (node: LoadedNode) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-sealing-'));
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
  const config = readConfig({ ENTENTE_DATA_DIR: join(folder, 'data'), ENTENTE_PORT: '0' });
  let database: OpenDatabase | undefined;
  try {
    const node = await startNode(config, createLog('error'), async (foundation) => {
      database = foundation.database;
      await foundDemonstrationNode(foundation);
      log(`${subjects} listed subjects written`);
      await listSubjects(foundation, subjects);
      log('the index is loaded');
    });
    try {
      return await work({
        config,
        database: database!,
        reach: { port: node.port, host: new URL(node.address).host },
      });
    } finally {
      await node.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listSubjects({ database: { db } }: Foundation, count: number): Promise<void> {
  let rows: Parameters<typeof writeSubjects>[2] = [];
  const write = async () => {
    await db.transaction().execute((tx) => writeSubjects(tx, 'invented', rows));
    rows = [];
  };
  for (const person of inventPeople(count, SEED)) {
    const subject = asListed(person);
    const version = Buffer.alloc(32);
    rows.push({
      id: crypto.randomUUID(),
      ref: `bench ${subject.ref}`,
      scope: 'bench',
      kind: 'person',
      version,
      json: JSON.stringify(subject),
    });
    if (rows.length === BATCH) await write();
  }
  if (rows.length > 0) await write();
  await sql`ANALYZE alerts.subject`.execute(db);
}
