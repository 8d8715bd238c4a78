import { fromBase64, toHex } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { readWrittenKey } from '../sealed-to/written-key.ts';
import { sha256 } from '../sha256.ts';
import { type NodeRecord, readSigningKey, signingKeyId } from './node-record.ts';
import type { KeyUse, Register, RegisteredKey } from './register.ts';

/** Enters a node; its keys are in force from a moment on. Ids and addresses are nobody else's. */
export function enterNode(register: Register, record: NodeRecord, from: string): void {
  if (register.nodes.has(record.id)) throw new Refusal('unlawful-act', `there is a node ${record.id} already`);
  checkHolder(register, record);
  const keys = keysOf(record).map((key) => ({ ...key, from, until: null, revoked: false }));
  register.nodes.set(record.id, { record, keys });
}

/** A node as it shall be from a moment on: new keys come into force, those not named any more are retired or revoked. */
export function changeKeys(register: Register, record: NodeRecord, revoked: string[], from: string): void {
  const { record: was, keys: before } = register.nodes.get(record.id)!;
  if (was.holder !== record.holder || was.of !== record.of) {
    throw new Refusal('unlawful-act', 'a node does not pass from one holder to another');
  }
  checkHolder(register, record);
  const named = keysOf(record);
  const isNamed = ({ use, id }: RegisteredKey) => named.some((key) => key.use === use && key.id === id);
  const unknown = revoked.find((id) => !before.some((key) => key.id === id));
  if (unknown !== undefined) throw new Refusal('unlawful-act', `the key ${unknown} was never this node's`);
  const kept = before.map((key): RegisteredKey => {
    if (revoked.includes(key.id)) {
      if (isNamed(key)) throw new Refusal('unlawful-act', 'a key is revoked and kept at once');
      return { ...key, until: key.until !== null && key.until < from ? key.until : from, revoked: true };
    }
    return key.until !== null || isNamed(key) ? key : { ...key, until: from };
  });
  const fresh = named.filter(({ use, id }) => !before.some((key) => key.use === use && key.id === id));
  const added = fresh.map((key) => ({ ...key, from, until: null, revoked: false }));
  if (named.some(({ use, id }) => kept.some((key) => key.use === use && key.id === id && key.until !== null))) {
    throw new Refusal('unlawful-act', 'a key that was retired does not come back');
  }
  register.nodes.set(record.id, { record, keys: [...kept, ...added] });
}

/** Fingerprint of a certificate, as `openssl x509 -fingerprint -sha256` has it, in plain hexadecimal. */
export function certificateId(der: Uint8Array): string {
  return toHex(sha256(der));
}

function checkHolder(register: Register, { id, holder, of, address }: NodeRecord): void {
  if (holder === 'member' && !register.members.has(of)) {
    throw new Refusal('unlawful-act', `the node ${id} is of ${of}, which is no member`);
  }
  for (const { record } of register.nodes.values()) {
    if (record.id !== id && record.address === address) {
      throw new Refusal('unlawful-act', `the nodes ${id} and ${record.id} cannot both be at ${address}`);
    }
  }
}

function keysOf({ signing, sealing, tls }: NodeRecord): { use: KeyUse; id: string; key: string }[] {
  const named = [
    ...signing.map((key) => ({ use: 'signing' as const, id: signingKeyId(readSigningKey(key)), key })),
    ...sealing.map((key) => ({ use: 'sealing' as const, id: toHex(readWrittenKey(key).id), key })),
    ...tls.map((key) => ({ use: 'tls' as const, id: certificateId(fromBase64(key, 'malformed-key')), key })),
  ];
  const ids = named.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Refusal('unlawful-act', 'a key is named twice');
  return named;
}
