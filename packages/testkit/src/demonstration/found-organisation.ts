import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Act, hashStatement, readStatement, type Statement, writeStatement } from '@entente/crypto/act/act';
import type { NodeRecord } from '@entente/crypto/act/node-record';
import { verifyRegisterFile, writeRegisterFile } from '@entente/crypto/act/register-file';
import { toHex } from '@entente/crypto/bytes';
import { operatorAttribution } from '@entente/node/capabilities/access/index';
import { openLogKey } from '@entente/node/capabilities/audit/index';
import {
  type Acting,
  composeFounding,
  declareNode,
  giveOwnConsent,
  joinOrganisation,
  loadMembership,
} from '@entente/node/capabilities/membership/index';
import { systemClock } from '@entente/node/platform/clock';
import type { Config } from '@entente/node/platform/config';
import type { Database } from '@entente/node/platform/database/database';
import type { Member } from './members.ts';

/** A member's node whose database is open, before it has joined anything. */
export interface Founder {
  member: Member;
  config: Config;
  db: Database;
}

const ACTING: Acting = { clock: systemClock, by: operatorAttribution('demonstration') };

/**
 * Founds the demonstration organisation of these nodes, each with the keys of its own that its database holds, and takes
 * them in. What was signed is kept before anybody joins, so that a founding that was cut short goes on with the same act.
 *
 * @param file where the register is written when all have joined; its statement lies beside it until then
 */
export async function foundDemonstrationOrganisation(founders: readonly Founder[], file: string): Promise<void> {
  const statement = await statementOf(founders, `${file}.statement`);
  const consents: Act['consents'] = [];
  for (const { member, db } of founders) {
    if (member.body !== undefined) continue;
    consents.push(await db.transaction().execute((tx) => giveOwnConsent(tx, ACTING, statement)));
  }
  const founding = { statement, consents };
  const pin = toHex(hashStatement(statement));
  for (const { member, db } of founders) await joinOnce(db, { acts: [founding], pin, node: member.id });
  await writeWhole(file, writeRegisterFile(statement.organisation, [founding]));
}

/** Which nodes a register file names, and where they are: the demonstration goes on where it was founded. */
export async function readFoundedNodes(file: string): Promise<NodeRecord[] | undefined> {
  if (!existsSync(file)) return undefined;
  const text = await readFile(file, 'utf8');
  // Its own file on its own machine: the pin is what it says itself, and only addresses are read from it.
  const [, founding = ''] = text.split('\n');
  const { statement } = JSON.parse(founding) as Act;
  const { register } = verifyRegisterFile(text, toHex(hashStatement(statement)));
  return [...register.nodes.values()].map(({ record }) => record);
}

async function statementOf(founders: readonly Founder[], file: string): Promise<Statement> {
  if (existsSync(file)) return readStatement(await readFile(file, 'utf8'));
  const membership = await loadMembership(founders[0]!.config.profile);
  const { id, states } = membership.organisation();
  const records: NodeRecord[] = [];
  for (const founder of founders) records.push(await declare(founder));
  const now = systemClock.now();
  const statement = composeFounding({
    organisation: id,
    records,
    treaties: membership.treatiesInForce(),
    order: states.map(({ iso2 }) => iso2),
    effectiveAt: now.toISOString(),
  });
  await writeWhole(file, writeStatement(statement));
  return statement;
}

async function declare({ member, config, db }: Founder): Promise<NodeRecord> {
  await openLogKey(db, config.nodeKeyFile, `${config.publicHost}/log`);
  const { id, state, body, peerPort } = member;
  return await db.transaction().execute((tx) =>
    declareNode(tx, ACTING, {
      names: { node: id, witness: `${config.publicHost}/witness` },
      holder: body === undefined ? 'member' : 'body',
      of: body ?? state,
      address: `127.0.0.1:${peerPort}`,
      renew: [],
    }),
  );
}

/** A start that was cut short has taken some in already. */
async function joinOnce(db: Database, joining: Parameters<typeof joinOrganisation>[2]): Promise<void> {
  try {
    await db.transaction().execute((tx) => joinOrganisation(tx, ACTING, joining));
  } catch (error) {
    if ((error as { code?: string }).code !== 'joined-already') throw error;
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text, { flush: true });
  await rename(`${file}.new`, file);
}
