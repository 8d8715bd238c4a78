import { ACT_FORMAT, type Act, hashStatement, type Statement } from '@entente/crypto/act/act';
import { giveConsent } from '@entente/crypto/act/consent';
import { type NodeRecord, signingKeyId } from '@entente/crypto/act/node-record';
import { toBase64, toHex } from '@entente/crypto/bytes';
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '@entente/crypto/ed25519';
import { encodeVerifierKey, verifierKeyOf, witnessKeyOf } from '@entente/crypto/note/verifier-key';
import { generateOpeningKey, sealingKeyFor } from '@entente/crypto/sealed-to/opening-key';
import { encodeSealingKey } from '@entente/crypto/sealed-to/sealing-key';

export const FOUNDED_AT = '2026-01-05T00:00:00.000Z';

/** A node's private keys, and what the register says of it. */
export interface InventedNode {
  id: string;
  signing: PrivateKey;
  log: PrivateKey;
  witness: PrivateKey;
  record: NodeRecord;
}

/** An organisation without databases: its nodes' keys and its acts. */
export interface InventedOrganisation {
  nodes: InventedNode[];
  acts: Act[];
  pin: string;
  of(id: string): InventedNode;
  /** Has all members decide that a node has a new signing key from then on, and the old one is revoked. */
  revokeSigningKey(id: string, effectiveAt: string): void;
}

/** Founds an organisation of a member for each of these codes in small letters. */
export function inventOrganisation(ids: readonly string[]): InventedOrganisation {
  const nodes = ids.map(inventNode);
  const members = nodes.map(({ record }) => record.of);
  const founding = { members, nodes: nodes.map(({ record }) => ({ ...record })), treaties: [] };
  const acts = [actOf(nodes, { kind: 'founding', subject: 'sco', body: founding, effectiveAt: FOUNDED_AT })];
  const of = (id: string) => nodes.find((node) => node.id === id)!;
  return {
    nodes,
    acts,
    pin: toHex(hashStatement(acts[0]!.statement)),
    of,
    revokeSigningKey: (id, effectiveAt) => {
      const node = of(id);
      const signing = generatePrivateKey();
      const record = { ...node.record, signing: [toBase64(publicKeyOf(signing))] };
      const revoked = [signingKeyId(publicKeyOf(node.signing))];
      acts.push(actOf(nodes, { kind: 'node', subject: id, body: { node: record, revoked }, effectiveAt }, acts.at(-1)));
      Object.assign(node, { signing, record });
    },
  };
}

function inventNode(id: string): InventedNode {
  const [signing, log, witness] = [generatePrivateKey(), generatePrivateKey(), generatePrivateKey()];
  const record: NodeRecord = {
    id,
    holder: 'member',
    of: id.toUpperCase(),
    address: `${id}.example:9700`,
    signing: [toBase64(publicKeyOf(signing))],
    sealing: [encodeSealingKey(sealingKeyFor(id, generateOpeningKey()))],
    tls: [toBase64(Buffer.from(`any certificate of ${id}`))],
    log: encodeVerifierKey(verifierKeyOf(`${id}.example/log`, publicKeyOf(log))),
    witness: encodeVerifierKey(witnessKeyOf(`${id}.example/witness`, publicKeyOf(witness))),
  };
  return { id, signing, log, witness, record };
}

function actOf(
  nodes: readonly InventedNode[],
  motion: Pick<Statement, 'kind' | 'subject' | 'body' | 'effectiveAt'>,
  before?: Act,
): Act {
  const statement: Statement = {
    format: ACT_FORMAT,
    organisation: 'sco',
    number: (before?.statement.number ?? 0) + 1,
    previous: before ? toHex(hashStatement(before.statement)) : null,
    procedure: 'consensus',
    ...motion,
  };
  const at = motion.effectiveAt;
  const consents = nodes.map(({ id, signing, record }) =>
    giveConsent(statement, { member: record.of, node: id, at, key: signing }),
  );
  return { statement, consents };
}
