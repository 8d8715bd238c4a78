import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { writeAnswer } from '@entente/crypto/ask/answer';
import { toHex } from '@entente/crypto/bytes';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type AuditEntry, recordEvent } from '../../../audit/index.ts';
import type { FindMeant, Meant } from '../../model/asks.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { hourOf, isWithinBudget } from '../../rules/asks/budget.ts';
import { keepBackMs } from '../../rules/asks/deadline.ts';
import { countAsked, lockAsked } from '../../store/asks/counts.ts';
import { insertAskHit } from '../../store/asks/hits.ts';
import { rememberAsk } from '../../store/asks/seen.ts';
import { standingOf } from '../parts.ts';
import { type AskParts, type Sealed, sealForPeer } from './sealed.ts';
import { type TakenQuestion, takeQuestion } from './take-question.ts';

export interface AnsweringParts extends AskParts {
  findMeant?: FindMeant | undefined;
}

/**
 * Answers a peer's question, hit or no-hit and nothing else, at the next step of the clock after its arrival. Budget, count and
 * record are one transaction with the answer: nobody is told what is not recorded.
 *
 * @param arrivedAt by `performance.now()`
 */
export async function answerQuestion(
  parts: AnsweringParts,
  peer: string,
  sealed: Sealed,
  arrivedAt: number,
): Promise<Sealed> {
  const { findMeant } = parts;
  if (!findMeant) throw new Problem(EXCHANGE_PROBLEMS['asks-not-answered']);
  const taken = await takeQuestion(parts, peer, sealed);
  const meant = await findMeant(taken.question.about, taken.state);
  const reference = meant ? toHex(randomBytes(16)) : null;
  const refused = await parts.db.transaction().execute((tx) => keep(parts, tx, taken, { meant, reference }));
  if (refused) throw refused;
  const { register, self } = standingOf(parts);
  const bytes = writeAnswer({
    organisation: register.organisation,
    from: self,
    to: peer,
    question: taken.hash,
    at: parts.clock.now().toISOString(),
    answer: meant ? 'hit' : 'no-hit',
    reference,
  });
  const answer = sealForPeer(parts, 'answer', peer, bytes);
  if (!answer)
    throw new Problem(EXCHANGE_PROBLEMS['malformed-ask'], { detail: 'There is no key to seal the answer to.' });
  await pause(keepBackMs(performance.now() - arrivedAt));
  return answer;
}

interface Found {
  meant: Meant | undefined;
  reference: string | null;
}

/** Counts and records the answer. The problem where there is none to give: a refusal over the budget stands as a record, too. */
async function keep(parts: AskParts, tx: Tx, taken: TakenQuestion, found: Found): Promise<Problem | undefined> {
  const { question, state } = taken;
  const at = parts.clock.now();
  const { from, id, officer } = question;
  const asking = { state, officer, hour: hourOf(at) };
  const soFar = await lockAsked(tx, asking);
  if (!(await rememberAsk(tx, { node: from, id, expiresAt: new Date(question.expiresAt) }, at))) {
    return new Problem(EXCHANGE_PROBLEMS['ask-replayed']);
  }
  if (!isWithinBudget(soFar)) {
    await recordEvent(tx, { ...entryOf(taken, at), event: 'exchange.ask-refused', outcome: 'refused' });
    return new Problem(EXCHANGE_PROBLEMS['ask-budget-spent']);
  }
  await countAsked(tx, asking, found.meant !== undefined);
  if (found.meant && found.reference !== null) {
    const given = { reference: found.reference, node: from, at };
    await insertAskHit(tx, given, { about: question.about, alert: found.meant.reference });
  }
  await recordEvent(tx, answeredEntry(taken, at, found));
  return undefined;
}

/** A no-hit leaves a commitment, which only who knows the question can compare; a hit leaves the question, sealed. */
function answeredEntry(taken: TakenQuestion, at: Date, { meant, reference }: Found): AuditEntry {
  const { facts, ...entry } = entryOf(taken, at);
  return {
    ...entry,
    event: 'exchange.ask-answered',
    outcome: 'done',
    facts: { ...facts, answer: meant ? 'hit' : 'no-hit', ...(reference && { reference }) },
    ...(meant && {
      parts: [
        { name: 'question', text: taken.text },
        { name: 'met', text: meant.reference },
      ],
    }),
  };
}

function entryOf({ question, hash }: TakenQuestion, at: Date): Omit<AuditEntry, 'event' | 'outcome'> {
  const { from, officer, purpose, legalBasis } = question;
  return {
    at,
    actor: { kind: 'node', id: from },
    subject: { kind: 'question', ref: hash },
    facts: { from, officer, purpose, legalBasis },
  };
}
