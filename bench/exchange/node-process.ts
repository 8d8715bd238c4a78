/* A node in a process of its own: composed as `entente serve` does, on a database that the benchmark has prepared. */
import { setTimeout as pause } from 'node:timers/promises';
import { composeNode } from '@entente/node/compose';
import { systemClock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import { openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { noteBody } from './body.ts';
import type { Answer, Moments, Order, SendOrder, State } from './orders.ts';

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
