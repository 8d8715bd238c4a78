import { relative } from 'node:path';
import type { IncidentAct, IncidentsView } from '@entente/contracts/access/incidents';
import { readFounding } from '@entente/node/capabilities/access/index';
import type { Foundation, Node } from '@entente/node/compose';
import { correspond } from './correspondence.ts';
import type { Asked, Misdeed, Standing, Told } from './incidents.ts';

const MIRRORED_MS = 40_000;

/** Where the guide is. */
const GUIDED = 'KZ';

/**
 * Joins a node of the demonstration with the process that started it: it does what only it can do when it is asked, and at the
 * node where the guide is, whoever tries the demonstration may ask for more.
 */
export async function furnishIncidents(node: Node, foundation: Foundation): Promise<void> {
  const { ask } = correspond<Asked, Told>(process, (misdeed: Misdeed) => misbehave(node, foundation, misdeed));
  const { config, clock, database } = foundation;
  if (config.state !== GUIDED || config.body !== undefined) return;
  const { registerIncidents } = await import('@entente/testkit/demonstration/incidents/register-incidents');
  const founding = await readFounding(database.db);
  const tell = async (asked: IncidentAct | 'look'): Promise<IncidentsView> => ({
    ...(await ask(asked)),
    evidence: await commandsOf(node, foundation),
  });
  registerIncidents(node.http, {
    db: database.db,
    clock,
    founding: founding ?? { demonstration: false },
    publicHost: config.publicHost,
    port: config.port,
    perform: tell,
    look: () => tell('look'),
  });
}

async function misbehave(node: Node, { clock, database: { db } }: Foundation, misdeed: Misdeed): Promise<Standing> {
  const log = await import('@entente/testkit/demonstration/incidents/alter-log');
  if (misdeed === 'mend-log') await log.mendLog(db);
  if (
    misdeed === 'alter-log' &&
    !(await log.isAltered(db)) &&
    (await log.alterLog(db, mirroredBefore(clock))) === undefined
  ) {
    throw new Error('The log holds nothing yet that the other members have mirrored; try again in a minute.');
  }
  if (misdeed === 'send-altered') {
    const { sendAltered } = await import('@entente/testkit/demonstration/incidents/send-altered');
    await sendAltered({ db, clock, exchange: node.exchange }, GUIDED.toLowerCase());
  }
  return { log: (await log.isAltered(db)) ? 'altered' : 'whole' };
}

/** Some rounds of witnessing ago. */
function mirroredBefore({ now }: Foundation['clock']): Date {
  return new Date(now().getTime() - MIRRORED_MS);
}

async function commandsOf(
  { membership }: Node,
  { config: { dataDir, state }, database: { db } }: Foundation,
): Promise<IncidentsView['evidence']> {
  const standing = membership.standing();
  if (!standing) return null;
  const { evidenceCommands } = await import('@entente/testkit/demonstration/incidents/evidence-commands');
  const folder = relative(process.cwd(), dataDir);
  const shown = folder.startsWith('..') ? dataDir : folder;
  const register = `${shown.slice(0, shown.lastIndexOf('/'))}/register.jsonl`;
  return await evidenceCommands(db, { dataDir: shown, state, register, pin: standing.pin });
}
