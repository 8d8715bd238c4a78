import { fromBase64, toBase64, toHex } from '../bytes.ts';
import { type PrivateKey, publicKeyOf, signBytes, verifyBytes } from '../ed25519.ts';
import { Refusal } from '../refusal.ts';
import { type Consent, hashStatement, type Statement } from './act.ts';
import { readSigningKey, signingKeyId } from './node-record.ts';
import type { Register } from './register.ts';

/** What a member signs. The label keeps a consent from being read as anything else that the same key signs. */
function bytesOf(statement: Statement, { member, node, at }: Pick<Consent, 'member' | 'node' | 'at'>): Uint8Array {
  return Buffer.from(
    `entente-consent/1\n${statement.organisation}\n${statement.number}\n${toHex(hashStatement(statement))}\n${member}\n${node}\n${at}\n`,
  );
}

/** A member's consent to a statement, by the key of one of its nodes. */
export function giveConsent(
  statement: Statement,
  { member, node, at, key }: { member: string; node: string; at: string; key: PrivateKey },
): Consent {
  return {
    member,
    node,
    key: signingKeyId(publicKeyOf(key)),
    at,
    signature: toBase64(signBytes(bytesOf(statement, { member, node, at }), key)),
  };
}

/**
 * Refuses a consent that is not the member's. Node and key are looked up in the register as the act before left it:
 * a signature is judged by its place in the chain, never by a clock.
 */
export function verifyConsent(statement: Statement, consent: Consent, before: Register): void {
  const { member, node, key: id, signature } = consent;
  const found = before.nodes.get(node);
  if (found?.record.holder !== 'member' || found.record.of !== member) {
    throw new Refusal('bad-consent', `the node ${node} does not speak for ${member}`);
  }
  const key = found.record.signing.map(readSigningKey).find((candidate) => signingKeyId(candidate) === id);
  if (!key) throw new Refusal('bad-consent', `${member} consents with a key that is not in force`);
  if (!verifyBytes(bytesOf(statement, consent), fromBase64(signature, 'bad-consent'), key)) {
    throw new Refusal('bad-consent', `the signature of ${member} does not verify`);
  }
}
