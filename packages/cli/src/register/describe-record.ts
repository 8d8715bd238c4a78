import { certificateId } from '@entente/crypto/act/node-keys';
import { hashNodeRecord, type NodeRecord, readSigningKey, signingKeyId } from '@entente/crypto/act/node-record';
import type { RegisteredNode } from '@entente/crypto/act/register';
import { fromBase64, toHex } from '@entente/crypto/bytes';
import { readWrittenKey } from '@entente/crypto/sealed-to/written-key';

/** A key by what people compare of it. */
interface ShownKey {
  use: 'signing' | 'sealing' | 'tls';
  id: string;
}

/** A node's record for people: whose, where, and the fingerprints to compare. */
export function linesOfRecord(record: NodeRecord): string[] {
  const { id, holder, of, address, log, witness } = record;
  return [
    `  ${id}  ${holder} ${of}, at ${address}`,
    `      record   ${toHex(hashNodeRecord(record))}`,
    ...keysOf(record).map(lineOfKey),
    `      log      ${log}`,
    `      witness  ${witness}`,
  ];
}

/** What a record changes of the node as it stands in the register. */
export function linesOfChange({ record: was }: RegisteredNode, node: NodeRecord, revoked: string[]): string[] {
  const before = keysOf(was);
  const after = keysOf(node);
  const fresh = after.filter(({ id }) => !before.some((key) => key.id === id));
  const gone = before.filter(({ id }) => !after.some((key) => key.id === id) && !revoked.includes(id));
  const changed = (['address', 'log', 'witness'] as const).filter((field) => was[field] !== node[field]);
  return [
    `  record   ${toHex(hashNodeRecord(node))}`,
    ...changed.map((field) => `  ${field.padEnd(7)}  ${node[field]}, until then ${was[field]}`),
    ...fresh.map(({ use, id }) => `  ${use.padEnd(7)}  ${id} comes into force`),
    ...gone.map(({ use, id }) => `  ${use.padEnd(7)}  ${id} is retired, and holds for what is under way`),
    ...revoked.map((id) => `  REVOKED  ${id} holds for nothing from that moment on`),
    ...(changed.length + fresh.length + gone.length + revoked.length === 0
      ? ['  nothing: the record is as before']
      : []),
  ];
}

function keysOf({ signing, sealing, tls }: NodeRecord): ShownKey[] {
  return [
    ...signing.map((key) => ({ use: 'signing' as const, id: signingKeyId(readSigningKey(key)) })),
    ...sealing.map((key) => ({ use: 'sealing' as const, id: toHex(readWrittenKey(key).id) })),
    ...tls.map((key) => ({ use: 'tls' as const, id: certificateId(fromBase64(key, 'malformed-key')) })),
  ];
}

function lineOfKey({ use, id }: ShownKey): string {
  return `      ${use.padEnd(7)}  ${id}`;
}
