import { type Consent, hashStatement, readConsent, type Statement } from '@entente/crypto/act/act';
import { giveConsent } from '@entente/crypto/act/consent';
import { weighStatement } from '@entente/crypto/act/fold';
import { readSigningKey, signingKeyId } from '@entente/crypto/act/node-record';
import type { Register } from '@entente/crypto/act/register';
import { toHex } from '@entente/crypto/bytes';
import { parseCanonical, serialiseCanonical } from '@entente/crypto/canonical';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { recordEvent } from '../../audit/index.ts';
import { MEMBERSHIP_PROBLEMS } from '../problems.ts';
import { lockRegister, readStandingRow } from '../store/acts.ts';
import { insertOwnConsent, readOwnConsents } from '../store/consents.ts';
import { listOwnKeys } from '../store/own-keys.ts';
import type { Acting } from './acting.ts';
import { type HeldKeys, openHeldKeys } from './held-keys.ts';
import { checkOwnRecord } from './join.ts';
import { foldStored } from './stored-register.ts';

/**
 * This member's consent to a statement, by this node's key, in the caller's transaction. The same statement gets the same
 * consent again. Throws a Refusal where no consents could make it an act; a Problem where this node has no voice in it,
 * or its member has consented otherwise under that number.
 */
export async function giveOwnConsent(tx: Tx, acting: Acting, statement: Statement): Promise<Consent> {
  await lockRegister(tx);
  const standing = await readStandingRow(tx);
  const before = standing ? await foldStored(tx, standing, null) : null;
  const { electors } = weighStatement(before, statement);
  const self = standing?.node ?? (await findSelf(tx, electors));
  const given = await findGiven(tx, statement, standing !== undefined);
  if (given) return given;
  const { member, key } = voiceOf(electors, self, await openHeldKeys(tx));
  const at = acting.clock.now();
  const consent = giveConsent(statement, { member, node: self, at: at.toISOString(), key });
  await keepConsent(tx, acting, statement, consent, at);
  return consent;
}

/** Before it has joined, a node is the one whose record names its own keys, and nobody else's. */
async function findSelf(tx: Tx, founded: Register): Promise<string> {
  const own = new Set((await listOwnKeys(tx)).map(({ public: shown }) => shown));
  const named = [...founded.nodes.values()].find(({ record }) => record.signing.some((key) => own.has(key)));
  if (!named) {
    const detail = "None of the statement's nodes has a key of this database.";
    throw new Problem(MEMBERSHIP_PROBLEMS['foreign-keys'], { detail });
  }
  await checkOwnRecord(tx, founded, named.record.id);
  return named.record.id;
}

/**
 * The consent this member gave to the statement before. An organisation may be founded in a second attempt, before anyone
 * has joined it; every later number is consented to once.
 */
async function findGiven(tx: Tx, statement: Statement, joined: boolean): Promise<Consent | undefined> {
  const { organisation, number } = statement;
  const rows = await readOwnConsents(tx, organisation, number);
  const hash = toHex(hashStatement(statement));
  const same = rows.find((row) => row.hash === hash);
  if (same) return readConsent(parseCanonical(same.line));
  const [other] = rows;
  if (other === undefined || (number === 1 && !joined)) return undefined;
  const detail = `It has consented to ${other.hash} as act ${number}.`;
  throw new Problem(MEMBERSHIP_PROBLEMS['consented-otherwise'], { detail });
}

/** The member a node speaks for, and the key it speaks with. */
function voiceOf({ nodes }: Register, self: string, { signing }: HeldKeys) {
  const record = nodes.get(self)!.record;
  if (record.holder !== 'member') throw new Problem(MEMBERSHIP_PROBLEMS['no-voice']);
  const ids = record.signing.map((key) => signingKeyId(readSigningKey(key)));
  const held = ids.find((id) => signing.has(id));
  if (held === undefined) throw new Problem(MEMBERSHIP_PROBLEMS['foreign-keys']);
  return { member: record.of, key: signing.get(held)! };
}

async function keepConsent(tx: Tx, { by }: Acting, statement: Statement, consent: Consent, at: Date): Promise<void> {
  const { organisation, number, kind, subject, procedure, effectiveAt } = statement;
  const hash = toHex(hashStatement(statement));
  const { id } = await recordEvent(tx, {
    ...by,
    at,
    event: 'membership.consent-given',
    outcome: 'done',
    subject: { kind: 'act', ref: hash },
    facts: { organisation, number, kind, about: subject, procedure, effectiveAt, key: consent.key },
  });
  await insertOwnConsent(tx, { organisation, number, hash, line: serialiseCanonical(consent) }, at, id);
}
