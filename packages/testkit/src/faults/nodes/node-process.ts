/* A node in a process of its own, put together as `entente serve` does, with a clock that jumps when told to and a room for notes. */
import type { Apply } from '@entente/node/capabilities/exchange/index';
import { composeNode } from '@entente/node/compose';
import { readConfig } from '@entente/node/platform/config';
import { openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { sql } from 'kysely';
import { ANY_FILES, bytesOf } from '../../constellation/files.ts';
import { Note } from '../../constellation/notes.ts';
import { runningClock } from '../../constellation/running-clock.ts';
import { type NumberedOrder, nameOfNote, type Order, type Said } from './orders.ts';

const MINUTE_MS = 60_000;
/** More than requests under way get to end. */
const STOP_LIMIT_MS = 30_000;

const config = readConfig(process.env);
const log = createLog(config.logLevel);
const clock = runningClock();
clock.forward(Number(process.argv[2] ?? 0) / MINUTE_MS);
const database = await openDatabase(config, log, 'a node under faults');
const node = await composeNode({ config, log, clock, database, sealing: database.sealing });

const takeNote: Apply<{ text: string }> = async (tx, { from, seq, body }) => {
  await sql`INSERT INTO public.note (sender, seq, name) VALUES (${from}, ${seq}, ${nameOfNote(body.text)})`.execute(tx);
  return { accepted: true };
};
node.exchange.receive('tests.noted', Note, takeNote, { attachments: ANY_FILES });

await node.http.listen({ host: config.host, port: config.port });
for (const work of node.background) await work.start();

process.on('message', ({ number, order }: NumberedOrder) => {
  obey(order).then(
    () => say({ done: number }),
    (error: Error) => say({ done: number, failed: error.message }),
  );
});
process.once('SIGTERM', () => void stop());
// The harness is gone: nothing of it may stay.
process.once('disconnect', () => process.exit(1));
void database.lost.then((error) => {
  log.fatal({ err: error }, 'the database is lost');
  process.exit(3);
});
say({ ready: true });

async function obey(order: Order): Promise<void> {
  switch (order.order) {
    case 'jump-clock':
      return clock.forward(order.byMs / MINUTE_MS);
    case 'send-notes': {
      const files = order.fileBytes === undefined ? [] : [await keepFile(order.fileBytes)];
      await database.db.transaction().execute(async (tx) => {
        for (const [at, text] of order.texts.entries()) {
          const note = { to: order.to, type: 'tests.noted', body: { text }, handling: 'restricted' };
          await node.exchange.send(tx, at === order.texts.length - 1 ? { ...note, files } : note);
        }
      });
    }
  }
}

async function keepFile(size: number): Promise<string> {
  const wish = { name: `${size} bytes`, mediaType: 'application/octet-stream' };
  return (await node.exchange.files.keep(database.db, bytesOf(size, size), wish)).id;
}

/** In the order in which `entente serve` stops. */
async function stop(): Promise<void> {
  let waitingFor = 'http';
  setTimeout(() => {
    log.error({ waitingFor, resources: process.getActiveResourcesInfo() }, 'the node does not stop');
    process.exit(4);
  }, STOP_LIMIT_MS);
  await node.http.close();
  for (const work of node.background.toReversed()) {
    waitingFor = work.name;
    await work.stop();
  }
  waitingFor = 'database';
  await database.close();
  process.exit(0);
}

function say(said: Said): void {
  if (process.connected) process.send!(said);
}
