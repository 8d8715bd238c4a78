import { isNodeActive } from '@entente/crypto/act/register';
import { type AskQuestion, questionHash, readQuestion } from '@entente/crypto/ask/question';
import { Refusal } from '@entente/crypto/refusal';
import { Problem } from '../../../../platform/problem.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { AHEAD_MS } from '../../rules/judge-arrival.ts';
import { isPaused } from '../../store/asks/pauses.ts';
import { isSuspended } from '../../store/suspensions.ts';
import { standingOf } from '../parts.ts';
import { type AskParts, openFromPeer, type Sealed } from './sealed.ts';

/** An authentic question of a peer that may ask. */
export interface TakenQuestion {
  question: AskQuestion;
  hash: string;
  text: string;
  /** The state whose node asks; the body's id where a body does. */
  state: string;
}

/** Opens a peer's question and refuses what is none, is over, or comes from whom nothing is answered. */
export async function takeQuestion(parts: AskParts, peer: string, sealed: Sealed): Promise<TakenQuestion> {
  const bytes = openQuestion(parts, peer, sealed);
  const question = readOrRefuse(() => readQuestion(bytes));
  const { register, self } = standingOf(parts);
  if (question.organisation !== register.organisation || question.from !== peer || question.to !== self) {
    throw new Problem(EXCHANGE_PROBLEMS['wrong-route']);
  }
  const now = parts.clock.now();
  const isOver = question.expiresAt <= now.toISOString();
  if (isOver || Date.parse(question.askedAt) > now.getTime() + AHEAD_MS) {
    throw new Problem(EXCHANGE_PROBLEMS['ask-expired']);
  }
  const state = register.nodes.get(peer)!.record.of;
  const mayAsk =
    isNodeActive(register, peer, now.toISOString()) &&
    !(await isSuspended(parts.db, peer)) &&
    !(await isPaused(parts.db, state));
  if (!mayAsk) throw new Problem(EXCHANGE_PROBLEMS['asking-paused']);
  return { question, hash: questionHash(bytes), text: Buffer.from(bytes).toString('utf8'), state };
}

function openQuestion(parts: AskParts, peer: string, sealed: Sealed): Uint8Array {
  return readOrRefuse(() => openFromPeer(parts, 'question', peer, sealed));
}

/** The detail never repeats the input. */
function readOrRefuse<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw new Problem(EXCHANGE_PROBLEMS['malformed-ask'], { detail: `${cause.message} [${cause.code}]`, cause });
  }
}
