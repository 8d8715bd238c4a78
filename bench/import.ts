import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ListFormat } from '@entente/contracts/alerts';
import { operatorAttribution } from '@entente/node/capabilities/access/index';
import { startImport } from '@entente/node/capabilities/alerts/index';
import { readList } from '@entente/node/lists';
import { systemClock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import { type Database, openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { sql } from 'kysely';
import type { BenchOptions, Row } from './row.ts';

const LISTS = fileURLToPath(new URL('../../shared/data/lists/', import.meta.url));

interface List {
  name: string;
  format: ListFormat;
  path: string;
}

const REAL: List[] = [
  { name: 'un', format: 'un-sc', path: join(LISTS, 'un', 'un-consolidated.xml.gz') },
  { name: 'ofac', format: 'ofac-sdn', path: join(LISTS, 'us', 'ofac-sdn') },
];

/** Records per second of the real UN and OFAC files: read alone, imported into an empty list, imported again unchanged. */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-import-'));
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
  const database = await openDatabase(
    readConfig({ ENTENTE_DATA_DIR: join(folder, 'data') }),
    createLog('error'),
    'a benchmark',
  );
  try {
    const rows: Row[] = [];
    for (const list of REAL) {
      if (existsSync(list.path)) rows.push(...(await measureList(database.db, list, quick ? 1 : 7, log)));
      else log(`${list.name}: skipped, the file is not at hand (${list.path})`);
    }
    const many = quick ? 1_000 : 50_000;
    const path = join(folder, 'invented.xml');
    writeFileSync(path, inventList(many));
    rows.push(...(await measureList(database.db, { name: `invented_${many / 1000}k`, format: 'un-sc', path }, 1, log)));
    return rows;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureList(db: Database, list: List, rounds: number, log: BenchOptions['log']): Promise<Row[]> {
  const read: number[] = [];
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await sql`TRUNCATE alerts.change, alerts.subject, alerts.import CASCADE`.execute(db);
    read.push(await perSecond(() => readThrough(list)));
    first.push(await perSecond(() => importThrough(db, list, 'added')));
    again.push(await perSecond(() => importThrough(db, list, 'unchanged')));
    log(`${list.name}, round ${round + 1}: read ${read.at(-1)}/s, imported ${first.at(-1)}/s, again ${again.at(-1)}/s`);
  }
  return [
    row(`import_${list.name}_records_per_second`, first),
    row(`import_${list.name}_again_records_per_second`, again),
    row(`read_${list.name}_records_per_second`, read),
  ];
}

async function perSecond(work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const records = await work();
  return Math.round((records * 1000) / (performance.now() - began));
}

async function readThrough({ format, path }: List): Promise<number> {
  let records = 0;
  for await (const _ of readList(format, [path])) records += 1;
  return records;
}

async function importThrough(db: Database, { format, path }: List, expected: 'added' | 'unchanged'): Promise<number> {
  const { done } = await startImport(
    { db, clock: systemClock, log: createLog('error') },
    { format, paths: [path], attribution: operatorAttribution('bench import'), confirmRemovals: false },
  );
  const { state, counts } = await done;
  if (state !== 'done' || counts[expected] !== counts.read) {
    throw new Error(`the import came to ${state} with ${JSON.stringify(counts)}`);
  }
  return counts.read;
}

function inventList(count: number): string {
  const person = (at: number) =>
    `<INDIVIDUAL><DATAID>${at}</DATAID><FIRST_NAME>Invented${at % 977}</FIRST_NAME><SECOND_NAME>Person${at}</SECOND_NAME><NATIONALITY><VALUE>Kazakhstan</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Alias${at}</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>${1940 + (at % 60)}</YEAR></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>N${String(at).padStart(8, '0')}</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL>\n`;
  const people = Array.from({ length: count }, (_, at) => person(at + 1)).join('');
  return `<CONSOLIDATED_LIST><INDIVIDUALS>\n${people}</INDIVIDUALS></CONSOLIDATED_LIST>`;
}

function row(metric: string, values: number[]): Row {
  const value = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return { metric, value, unit: 'records/s', better: 'higher', budget: null, peers: {} };
}
