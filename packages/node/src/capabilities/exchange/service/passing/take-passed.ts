import type { PassingAnswer, PassingQuery } from '@entente/contracts/exchange/passed';
import { readSigningKey } from '@entente/crypto/act/node-record';
import { keyAt } from '@entente/crypto/act/register';
import { fromHex } from '@entente/crypto/bytes';
import { SIGNATURE_BYTES } from '@entente/crypto/ed25519';
import { verifyPassed } from '@entente/crypto/envelope/passed';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { recordEvent } from '../../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { type Judged, judgePassing } from '../../rules/judge-passing.ts';
import { advanceIncomingOver, lockIncoming, readIncoming } from '../../store/incoming.ts';
import { insertPassed } from '../../store/passed.ts';
import { isSuspended } from '../../store/suspensions.ts';
import { type ExchangeParts, headOf, KEY_OVERLAP_MS, standingOf } from '../parts.ts';

/**
 * Takes a peer's signed word that it cannot send some numbers any more, since what they said is erased: they are used up, and nothing is
 * applied for them. What came before is dealt with first.
 */
export async function takePassed(parts: ExchangeParts, peer: string, query: PassingQuery): Promise<PassingAnswer> {
  const head = headOf(standingOf(parts).register);
  const { received } = await readIncoming(parts.db, peer);
  if (query.headNumber > head.number) return { head, received, stop: { why: 'behind' } };
  if (query.headNumber === head.number && query.headHash !== head.hash) {
    throw new Problem(EXCHANGE_PROBLEMS['register-contradicted']);
  }
  if (await isSuspended(parts.db, peer)) return { head, received, stop: { why: 'suspended' } };
  verify(parts, peer, query);
  const judged = await parts.db.transaction().execute((tx) => take(parts, tx, peer, query));
  return { head, ...judged };
}

function verify(parts: ExchangeParts, from: string, { first, last, signedBy, signature }: PassingQuery): void {
  const { register, self } = standingOf(parts);
  const moment = parts.clock.now().toISOString();
  const key = keyAt(register, { node: from, use: 'signing', id: signedBy }, { moment, overlapMs: KEY_OVERLAP_MS });
  if (!key) throw new Problem(EXCHANGE_PROBLEMS['unknown-signer']);
  const passed = { organisation: register.organisation, from, to: self, first, last };
  const signed = fromHex(signature, SIGNATURE_BYTES, 'bad-signature');
  if (!verifyPassed(passed, signed, readSigningKey(key.key))) throw new Problem(EXCHANGE_PROBLEMS['bad-signature']);
}

async function take(parts: ExchangeParts, tx: Tx, peer: string, { first, last }: PassingQuery): Promise<Judged> {
  await lockIncoming(tx, peer, 'receiving');
  await lockIncoming(tx, peer, 'applying');
  const incoming = await readIncoming(tx, peer);
  const judged = judgePassing({ first, last }, incoming);
  if (judged.stop !== null || incoming.received >= last) return judged;
  const at = parts.clock.now();
  const run = { first: incoming.received + 1, last };
  const { id: record } = await recordEvent(tx, {
    at,
    event: 'exchange.passed-over',
    actor: { kind: 'node', id: peer },
    outcome: 'done',
    subject: { kind: 'node', ref: standingOf(parts).self },
    facts: run,
  });
  await insertPassed(tx, { ...run, node: peer, direction: 'in', at, record });
  await advanceIncomingOver(tx, peer, last, at);
  return judged;
}
