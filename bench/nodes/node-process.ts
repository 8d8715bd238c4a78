/* A node in a process of its own: composed as `entente serve` does, on a database that the benchmark has prepared. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AskAnswers } from '@entente/contracts/exchange/asks';
import { foundDemonstration, readFounding } from '@entente/node/capabilities/access/index';
import { composeNode } from '@entente/node/compose';
import { systemClock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import { openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_OFFICERS } from '@entente/testkit/officers';
import { type Browser, browserOf } from './browser.ts';
import { fillAlerts } from './fill-alerts.ts';
import { fillSent } from './fill-sent.ts';
import type { Answers, Order, ReportedHit } from './orders.ts';

const log = createLog('warn');
const config = readConfig(process.env);
const database = await openDatabase(config, log, 'a benchmark');
if (!(await readFounding(database.db))) {
  const invented = { authorities: DEMONSTRATION_AUTHORITIES, officers: DEMONSTRATION_OFFICERS };
  await foundDemonstration({ db: database.db, clock: systemClock }, { state: config.state, ...invented });
}
const node = await composeNode({ config, log, clock: systemClock, database, sealing: database.sealing });
const ASKERS = DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('contact-point-officer'));
const CIRCULATION = 'alert circulation';
const browsers = new Map<number, Browser>();

async function obey(order: Order): Promise<Answers[keyof Answers]> {
  switch (order.order) {
    case 'fill':
      return await fillAlerts(database, config.state, order.count);
    case 'sent-long-ago':
      return await fillSent(database, order.to);
    case 'start':
      for (const work of node.background) if (work.name !== CIRCULATION) await work.start();
      return { done: true };
    case 'circulate':
      await node.background.find(({ name }) => name === CIRCULATION)!.start();
      return { done: true };
    case 'indexed':
      return { subjects: await indexed() };
    case 'report-hit':
      return await reportHit(order.to, order.reference);
    case 'ask':
      return await ask(order);
  }
}

async function indexed(): Promise<number> {
  const { body } = await node.http.inject({ url: '/metrics', headers: { host: hostOf() } });
  return Number(/^entente_screening_index_subjects (\d+)/m.exec(body)?.[1] ?? 0);
}

/** The envelope of a hit as the room of cases writes it, until the owner's receipt says that its case is open. */
async function reportHit(to: string, reference: string): Promise<ReportedHit> {
  const began = performance.now();
  const body = { thread: randomUUID(), alert: { reference }, urgent: true, documents: [], compared: [] };
  const { id } = await database.db
    .transaction()
    .execute((tx) => node.exchange.send(tx, { to, type: 'cases.hit-reported', body, handling: 'restricted' }));
  for (let arrivedMs: number | undefined; ; ) {
    const sent = (await node.exchange.viewSent(database.db, [id])).get(id);
    const ms = performance.now() - began;
    if (sent?.state === 'received') arrivedMs ??= ms;
    if (sent?.state === 'accepted') return { arrivedMs: arrivedMs ?? ms, openedMs: ms };
    if (sent?.state === 'refused') throw new Error(`the hit was refused: ${sent.refusal?.code}`);
    await pause(10);
  }
}

async function ask({ recipients, about, officer }: Extract<Order, { order: 'ask' }>): Promise<Answers['ask']> {
  const asker = ASKERS[officer % ASKERS.length]!;
  const browser = browsers.get(officer) ?? (await browserOf(node.http, hostOf(), asker.id));
  browsers.set(officer, browser);
  const began = performance.now();
  const answered = await browser.post('/api/asks', { recipients, about });
  const ms = performance.now() - began;
  if (answered.statusCode !== 200) throw new Error(`the ask was answered ${answered.statusCode}: ${answered.body}`);
  const { answers } = answered.json<AskAnswers>();
  const count = (which: string) => answers.filter(({ answer }) => answer === which).length;
  const others = answers.filter(({ answer }) => answer !== 'hit' && answer !== 'no-hit');
  return { ms, hits: count('hit'), noHits: count('no-hit'), others: others.map(({ node, why }) => `${node}: ${why}`) };
}

function hostOf(): string {
  return `${config.publicHost}:${config.port}`;
}

process.on('message', (order: Order) => {
  obey(order).then(
    (answer) => process.send!(answer),
    (error: Error) => process.send!({ failed: String(error.stack) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send!({ done: true });
