import { type Act, hashStatement, type Statement } from '@entente/crypto/act/act';
import type { NodeRecord } from '@entente/crypto/act/node-record';
import { toHex } from '@entente/crypto/bytes';
import { openLogKey } from '@entente/node/capabilities/audit/index';
import {
  type Acting,
  composeFounding,
  type Declaration,
  declareNode,
  giveOwnConsent,
  joinOrganisation,
} from '@entente/node/capabilities/membership/index';
import type { Clock } from '@entente/node/platform/clock';
import type { Database } from '@entente/node/platform/database/database';

/** A node that is to be in an organisation: its database, and what it says of itself. */
export interface Founder {
  db: Database;
  /** Its id in the register: `kz`. */
  id: string;
  holder: 'member' | 'body';
  /** The state, or the body's id. */
  of: string;
  /** `host:port`, where the others reach it. */
  address: string;
  /** The file of its log's key, made where there is none. */
  nodeKeyFile: string;
}

/** An organisation that was founded: the act, and the hash its nodes have pinned. */
export interface Founded {
  founding: Act;
  pin: string;
}

/** Founds an organisation of these nodes as their operators would, in order: each declares, consents and joins. */
export async function foundOrganisation(
  organisation: string,
  founders: readonly Founder[],
  { clock, effectiveAt = clock.now() }: { clock: Clock; effectiveAt?: Date },
): Promise<Founded> {
  const acting = actingBy(clock);
  const records: NodeRecord[] = [];
  for (const founder of founders) records.push(await declareFounder(founder, acting));
  const order = founders.filter(({ holder }) => holder === 'member').map(({ of }) => of);
  const statement = composeFounding({
    organisation,
    records,
    treaties: [],
    order,
    effectiveAt: effectiveAt.toISOString(),
  });
  const founding = await consentAll(statement, founders, acting);
  const pin = toHex(hashStatement(statement));
  for (const { db, id } of founders) {
    await db.transaction().execute((tx) => joinOrganisation(tx, acting, { acts: [founding], pin, node: id }));
  }
  return { founding, pin };
}

/** The record a node would enter the register with; its log and its keys are made where there are none. */
export async function declareFounder(
  { db, id, holder, of, address, nodeKeyFile }: Founder,
  acting: Acting,
  renew: Declaration['renew'] = [],
): Promise<NodeRecord> {
  await openLogKey(db, nodeKeyFile, `${id}.example/log`);
  const names = { node: id, witness: `${id}.example/witness` };
  return await db.transaction().execute((tx) => declareNode(tx, acting, { names, holder, of, address, renew }));
}

/** The statement with the consent of every member among the nodes. */
export async function consentAll(statement: Statement, nodes: readonly Founder[], acting: Acting): Promise<Act> {
  const consents: Act['consents'] = [];
  for (const { db, holder } of nodes) {
    if (holder !== 'member') continue;
    consents.push(await db.transaction().execute((tx) => giveOwnConsent(tx, acting, statement)));
  }
  return { statement, consents };
}

/** Acting as the operator of a test's node. */
export function actingBy(clock: Clock): Acting {
  return { clock, by: { actor: { kind: 'operator', id: 'test' } } };
}
