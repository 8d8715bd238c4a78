import { SEALED_TABLES } from '@entente/node/capabilities/exchange/index';
import { sealingOf } from '@entente/node/platform/database/database';
import { sql } from 'kysely';
import { readPassed } from './passed.ts';
import { type AtRest, pairsOf, type Resting } from './state.ts';

const FILE = SEALED_TABLES.find(({ name }) => name === 'exchange.file')!;
const CHUNK_BYTES = 2 ** 20;

type Stored = {
  seq: number;
  position: number;
  id: string;
  size: number;
  state: string;
  chunks: number;
  personal: Buffer;
};

/** Every file that a delivered envelope encloses has come whole, and is the one that was enclosed. */
export async function checkFiles(rest: AtRest): Promise<string[]> {
  const faults: string[] = [];
  for (const { from, to } of pairsOf(rest)) {
    const passed = await readPassed(from, to);
    const came = new Map((await readCame(to, from)).map((file) => [`${file.seq}/${file.position}`, file]));
    for (const sent of await readEnclosed(from, to)) {
      if (passed.has(sent.seq)) continue;
      const fault = faultOf(from, sent, to, came.get(`${sent.seq}/${sent.position}`));
      if (fault) faults.push(`${from.id} to ${to.id}: the file of number ${sent.seq} ${fault}`);
    }
  }
  return faults;
}

function faultOf(from: Resting, sent: Stored, to: Resting, came: Stored | undefined): string | undefined {
  if (!came) return 'is not known to its receiver';
  if (came.state !== 'here') return `is ${came.state}`;
  if (came.chunks !== Math.max(1, Math.ceil(sent.size / CHUNK_BYTES))) return `has ${came.chunks} chunks`;
  return hashOf(from, sent) === hashOf(to, came) ? undefined : 'is another';
}

function hashOf({ db }: Resting, { id, personal }: Stored): string {
  return sealingOf(db).open<{ sha256: string }>(FILE.place(id), personal).sha256;
}

async function readEnclosed(from: Resting, to: Resting): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    SELECT outbox.seq, enclosure.position, file.id, file.size, file.state, file.chunks, file.personal
    FROM exchange.enclosure JOIN exchange.outbox ON outbox.id = enclosure.outbox
    JOIN exchange.file ON file.id = enclosure.file
    WHERE outbox.node = ${to.id} AND outbox.type = 'tests.noted'`.execute(from.db);
  return rows;
}

async function readCame(to: Resting, from: Resting): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    SELECT seq, position, id, size, state, chunks, personal FROM exchange.file WHERE node = ${from.id}`.execute(to.db);
  return rows;
}
