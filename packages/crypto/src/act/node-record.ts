import { fromBase64, toHex } from '../bytes.ts';
import { serialiseCanonical } from '../canonical.ts';
import { PUBLIC_KEY_BYTES } from '../ed25519.ts';
import type { Json } from '../json.ts';
import { parseVerifierKey, parseWitnessKey } from '../note/verifier-key.ts';
import { Refusal } from '../refusal.ts';
import { readWrittenKey } from '../sealed-to/written-key.ts';
import { type Hash, sha256 } from '../sha256.ts';
import { list, object, one, readShape, text } from '../shape.ts';
import { ADDRESS, BASE64, ID } from './terms.ts';

/** A member's node, or that of a permanent body. */
export interface NodeRecord {
  id: string;
  holder: 'member' | 'body';
  /** The member's state, or the body's id. */
  of: string;
  address: string;
  /** Ed25519 public keys in Base64. Consents, envelopes and receipts are signed with them. */
  signing: string[];
  /** Sealing keys (docs/protocol/seals.md), whose name is the node's id. */
  sealing: string[];
  /** Self-signed certificates, DER in Base64: what the other end of a connection must show. */
  tls: string[];
  /** Verifier key of the node's log (C2SP signed-note). */
  log: string;
  /** Verifier key of the node's cosignatures on others' logs (C2SP tlog-cosignature). */
  witness: string;
}

const KEYS = { least: 1, most: 8 };

const NODE_RECORD = object({
  id: text(ID, 60),
  holder: one('member', 'body'),
  of: text(/^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$/, 60),
  address: text(ADDRESS),
  signing: list(text(BASE64), KEYS),
  sealing: list(text(/^\S+$/, 4000), KEYS),
  tls: list(text(BASE64, 8000), KEYS),
  log: text(/^\S+$/, 400),
  witness: text(/^\S+$/, 400),
});

/** Reads a node's record; every key in it must be one. */
export function readNodeRecord(value: Json): NodeRecord {
  const node = readShape(value, NODE_RECORD, 'malformed-act');
  for (const key of node.signing) readSigningKey(key);
  for (const key of node.sealing) {
    if (readWrittenKey(key).name !== node.id) throw new Refusal('malformed-act', 'a sealing key of another name');
  }
  parseVerifierKey(node.log);
  parseWitnessKey(node.witness);
  return node;
}

/** Fingerprint of a record, every key in it included: what operators read out to each other before they sign. */
export function hashNodeRecord(record: NodeRecord): Hash {
  return sha256(serialiseCanonical(record));
}

export function readSigningKey(text: string): Uint8Array {
  const key = fromBase64(text, 'malformed-key');
  if (key.length !== PUBLIC_KEY_BYTES) throw new Refusal('malformed-key', 'an Ed25519 key has 32 bytes');
  return key;
}

/** Short id of a signing key, sixteen hexadecimal digits: finds the key, proves nothing. */
export function signingKeyId(publicKey: Uint8Array): string {
  return toHex(sha256('entente-signing-key\n', publicKey).subarray(0, 8));
}
