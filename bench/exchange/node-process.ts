/* A node in a process of its own: composed as `entente serve` does, on a database that the benchmark has prepared. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { composeNode } from '@entente/node/compose';
import { systemClock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import { openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { noteBody } from './body.ts';
import type { Answer, FileCame, Memory, Moments, Order, SendOrder, State } from './orders.ts';

const log = createLog('warn');
const config = readConfig(process.env);
const database = await openDatabase(config, log, 'a benchmark');
const node = await composeNode({ config, log, clock: systemClock, database, sealing: database.sealing });
const moments: Moments = { written: [], applied: [] };
let written = 0;

const now = () => performance.timeOrigin + performance.now();

node.exchange.receive('bench.noted', Type.Object({ number: Type.Integer() }), async (_tx, { body }) => {
  moments.applied.push([body.number, now()]);
  return { accepted: true };
});

let wholeAt: number | null = null;
node.exchange.receive('bench.enclosed', Type.Object({}), async () => ({ accepted: true }), {
  attachments: {
    most: 1,
    bytes: 2 ** 30,
    mediaTypes: ['application/octet-stream'],
    keeps: true,
    arrived: async () => {
      wholeAt = now();
      return { accepted: true };
    },
  },
});

let most = 0;
setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 100).unref();

async function obey(order: Order): Promise<Answer> {
  switch (order.order) {
    case 'start':
      for (const work of node.background) {
        if (['audit folding', 'register', 'exchange'].includes(work.name)) await work.start();
      }
      return { done: true };
    case 'send':
      await send(order);
      return { done: true };
    case 'state':
      return await readState(order.peer);
    case 'moments':
      return moments;
    case 'send-file':
      await sendFile(order.to, order.bytes);
      return { done: true };
    case 'file':
      return await readFile(order.peer);
    case 'memory':
      return readMemory();
  }
}

async function send({ to, count, perTransaction, everyMs }: SendOrder): Promise<void> {
  const write = () =>
    database.db.transaction().execute(async (tx) => {
      const numbers = Array.from({ length: perTransaction }, () => written++);
      for (const number of numbers) moments.written.push([number, now()]);
      await node.exchange.sendMany(
        tx,
        numbers.map((number) => ({ to, type: 'bench.noted', body: noteBody(number), handling: 'restricted' })),
      );
    });
  if (everyMs === 0) {
    let left = count / perTransaction;
    const writer = async () => {
      while (left-- > 0) await write();
    };
    await Promise.all(Array.from({ length: 4 }, writer));
    return;
  }
  const began = performance.now();
  const writing: Promise<void>[] = [];
  for (let at = 0; at < count / perTransaction; at++) {
    await pause(Math.max(0, began + at * everyMs - performance.now()));
    writing.push(write());
  }
  await Promise.all(writing);
}

/** Takes the file in as it is made, chunk by chunk. */
async function sendFile(to: string, bytes: number): Promise<void> {
  const wish = { name: 'file', mediaType: 'application/octet-stream' };
  const { id } = await node.exchange.files.keep(database.db, pieces(bytes), wish);
  const envelope = { to, type: 'bench.enclosed', body: {}, handling: 'restricted', files: [id] };
  await database.db.transaction().execute((tx) => node.exchange.send(tx, envelope));
}

function* pieces(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= 65_536) yield randomBytes(Math.min(65_536, left));
}

async function readFile(peer: string): Promise<FileCame> {
  const { rows } = await sql<{ state: string }>`
    SELECT state FROM exchange.file WHERE node = ${peer} ORDER BY seq DESC LIMIT 1`.execute(database.db);
  return { state: rows[0]?.state ?? null, wholeAt };
}

function readMemory(): Memory {
  const resident = process.memoryUsage.rss();
  const answer = { most: Math.max(most, resident) / 2 ** 20, now: resident / 2 ** 20 };
  most = 0;
  return answer;
}

async function readState(peer: string): Promise<State> {
  const { rows } = await sql<Omit<State, 'cpuMs'>>`
    SELECT coalesce((SELECT sent FROM exchange.outgoing WHERE node = ${peer}), 0) AS sent,
      coalesce((SELECT settled FROM exchange.outgoing WHERE node = ${peer}), 0) AS settled,
      (SELECT count(*) FROM exchange.outbox WHERE node = ${peer} AND seq IS NULL) AS waiting,
      coalesce((SELECT applied FROM exchange.incoming WHERE node = ${peer}), 0) AS applied`.execute(database.db);
  const { user, system } = process.cpuUsage();
  return { ...rows[0]!, cpuMs: (user + system) / 1000 };
}

process.on('message', (order: Order) => {
  obey(order).then(
    (answer) => process.send!(answer),
    (error: Error) => process.send!({ failed: String(error.stack) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send!({ done: true });
