import { existsSync } from 'node:fs';
import type { PoolClient } from 'pg';
import type { Sealing } from '../sealing/sealing.ts';

/** Work on rows that SQL cannot do, in the transaction of its migration: it takes the place of the line `-- data step`. */
export type DataStep = (client: PoolClient, sealing: Sealing) => Promise<void>;

/** What a migration's `NNNN-<room>.ts` gives. */
export interface MigrationCode {
  dataStep: DataStep;
  /** Tables that are written anew once the migration stands, so that what they held before is not left in their files. */
  rewritten: readonly string[];
}

const MARK = /^-- data step$/m;

/** The SQL before the data step, and the SQL behind it; all of it stands before where there is none. */
export function aroundDataStep(sql: string): [before: string, after: string | undefined] {
  const [before = '', after] = sql.split(MARK);
  return [before, after];
}

/** Reads the code beside a migration's SQL; undefined where there is none. */
export async function readMigrationCode(sqlFile: string): Promise<MigrationCode | undefined> {
  const file = sqlFile.replace(/\.sql$/, '.ts');
  return existsSync(file) ? ((await import(file)) as MigrationCode) : undefined;
}
