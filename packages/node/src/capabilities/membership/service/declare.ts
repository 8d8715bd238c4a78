import { type NodeRecord, readNodeRecord } from '@entente/crypto/act/node-record';
import type { Json } from '@entente/crypto/json';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { readLogHead, recordEvent } from '../../audit/index.ts';
import type { OwnKey, OwnKeyUse } from '../model/standing.ts';
import { MEMBERSHIP_PROBLEMS } from '../problems.ts';
import { lockRegister, notifyChange } from '../store/acts.ts';
import { insertOwnKey, listOwnKeys } from '../store/own-keys.ts';
import type { Acting } from './acting.ts';
import { type KeyNames, makeKey } from './make-keys.ts';

export const OWN_KEY_USES = ['signing', 'sealing', 'tls', 'witness'] as const satisfies OwnKeyUse[];

/** What a node says of itself, before its keys. */
export interface Declaration extends Pick<NodeRecord, 'holder' | 'of' | 'address'> {
  names: KeyNames;
  /** Uses to make a new key for, though there is one: the record names the new one alone. */
  renew: readonly OwnKeyUse[];
}

/**
 * The record this node would enter the register with: its newest key of each use, made now where there is none. Throws the
 * Refusal `malformed-act` for an id or an address that is none, and nothing is kept.
 */
export async function declareNode(tx: Tx, acting: Acting, declaration: Declaration): Promise<NodeRecord> {
  await lockRegister(tx);
  const log = (await readLogHead(tx))?.verifierKey;
  if (log === undefined) throw new Problem(MEMBERSHIP_PROBLEMS['no-log-yet']);
  const { names, holder, of, address, renew } = declaration;
  const held = (await listOwnKeys(tx)).filter(({ node }) => node === names.node);
  const missing = OWN_KEY_USES.filter((use) => renew.includes(use) || !held.some((key) => key.use === use));
  const made = missing.length > 0 ? await makeKeys(tx, acting, names, missing) : [];
  const newest = (use: OwnKeyUse) => [...made, ...held].find((key) => key.use === use)!.public;
  const record = {
    id: names.node,
    holder,
    of,
    address,
    signing: [newest('signing')],
    sealing: [newest('sealing')],
    tls: [newest('tls')],
    log,
    witness: newest('witness'),
  };
  return readNodeRecord(record satisfies Json);
}

/** Makes keys, stores them sealed and records their ids. */
async function makeKeys(tx: Tx, { clock, by }: Acting, names: KeyNames, uses: readonly OwnKeyUse[]): Promise<OwnKey[]> {
  const at = clock.now();
  const made = await Promise.all(uses.map(async (use) => ({ use, ...(await makeKey(use, names, at)) })));
  const { id: record } = await recordEvent(tx, {
    ...by,
    at,
    event: 'membership.node-keys-made',
    outcome: 'done',
    subject: { kind: 'node', ref: names.node },
    facts: Object.fromEntries(made.map(({ use, id }) => [use, id])),
  });
  const keys = made.map(({ secret, ...key }) => ({ key: { ...key, node: names.node, madeAt: at }, secret }));
  for (const { key, secret } of keys) await insertOwnKey(tx, key, secret, record);
  await notifyChange(tx);
  return keys.map(({ key }) => key);
}
