import type { AskAnswers, AskOutcome, AskRequest } from '@entente/contracts/exchange/asks';
import { SealedAsk } from '@entente/contracts/exchange/asks';
import { readAnswer } from '@entente/crypto/ask/answer';
import { type AskedAbout, isNarrow, questionHash, writeQuestion } from '@entente/crypto/ask/question';
import { Refusal } from '@entente/crypto/refusal';
import { Compile } from 'typebox/compile';
import { sealingOf } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { hasTold } from '../../store/opening/openings.ts';
import { standingOf } from '../parts.ts';
import { LinkError, type PeerLink } from '../peer-link.ts';
import { whyClosed } from '../why-closed.ts';
import { type AskParts, openFromPeer, sealForPeer } from './sealed.ts';

/** A question is open for so long; who has not answered by then is silent. */
const OPEN_MS = 5000;
/** A sealed answer, or a problem. */
const MOST_BYTES = 64 * 1024;

const contract = Compile(SealedAsk);

export interface AskingParts extends AskParts {
  linkTo(peer: string): PeerLink;
}

/**
 * Asks the nodes named, all at once, each with a question of its own. That they are asked is recorded before anything leaves, what
 * they answered before the officer sees it. Nobody whose membership or channel is suspended is told who is looked for.
 */
export async function askPeers(parts: AskingParts, asking: Asking, request: AskRequest): Promise<AskAnswers> {
  checkRequest(parts, asking, request);
  const id = crypto.randomUUID();
  const entry = { ...attribution(asking), outcome: 'done' as const, subject: { kind: 'ask', ref: id } };
  const recipients = request.recipients.join(' ');
  await parts.db.transaction().execute((tx) =>
    recordEvent(tx, {
      ...entry,
      at: parts.clock.now(),
      event: 'exchange.asked',
      facts: { recipients, by: request.about.by },
      parts: [{ name: 'about', text: JSON.stringify(request.about) }],
    }),
  );
  const answers = await Promise.all(request.recipients.map((node) => askOne(parts, asking, node, request.about)));
  const count = (answer: AskOutcome['answer']) => answers.filter((one) => one.answer === answer).length;
  const facts = { hits: count('hit'), noHits: count('no-hit'), refused: count('refused'), silent: count('silent') };
  await parts.db
    .transaction()
    .execute((tx) => recordEvent(tx, { ...entry, at: parts.clock.now(), event: 'exchange.ask-heard', facts }));
  return { id, answers };
}

function checkRequest({ membership }: AskingParts, asking: Asking, { recipients, about }: AskRequest): void {
  const standing = membership.standing();
  if (!standing) throw new Problem(EXCHANGE_PROBLEMS['not-in-organisation']);
  if (asking.caseReference === undefined) throw new Problem(EXCHANGE_PROBLEMS['ask-without-case']);
  if (!isNarrow(about)) throw new Problem(EXCHANGE_PROBLEMS['ask-too-wide']);
  const { register, self } = standing;
  if (recipients.some((node) => node === self || !register.nodes.has(node))) {
    throw new Problem(EXCHANGE_PROBLEMS['unknown-receiver']);
  }
}

async function askOne(parts: AskingParts, asking: Asking, node: string, about: AskedAbout): Promise<AskOutcome> {
  const closed = await whyClosed(parts, node);
  if (closed) return silent(node, closed);
  if (!(await hasTold(parts.db, node))) return silent(node, 'node-restoring');
  const bytes = composeQuestion(parts, asking, node, about);
  const sealed = sealForPeer(parts, 'question', node, bytes);
  if (!sealed) return silent(node, 'no-sealing-key');
  try {
    const call = { method: 'POST', path: '/peer/asks', text: JSON.stringify(sealed), most: MOST_BYTES } as const;
    const { status, bytes: body } = await parts.linkTo(node).ask(call, AbortSignal.timeout(OPEN_MS));
    const value = parse(body);
    if (status !== 200 || !contract.Check(value)) return refusalOf(node, value);
    return readOutcome(parts, node, openFromPeer(parts, 'answer', node, value), questionHash(bytes));
  } catch (error) {
    if (error instanceof LinkError) return silent(node, error.failure);
    if (error instanceof Refusal) return silent(node, error.code);
    throw error;
  }
}

function composeQuestion(parts: AskingParts, asking: Asking, to: string, about: AskedAbout): Uint8Array {
  const { register, self } = standingOf(parts);
  const now = parts.clock.now();
  return writeQuestion({
    organisation: register.organisation,
    from: self,
    to,
    askedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + OPEN_MS).toISOString(),
    officer: sealingOf(parts.db).lookup('exchange.asking-officer', asking.officer.id).toString('hex'),
    purpose: asking.purpose!,
    legalBasis: asking.legalBasis!,
    case: asking.caseReference!,
    about,
  });
}

/** An answer counts only for the very question that was asked. */
function readOutcome(parts: AskingParts, node: string, bytes: Uint8Array, hash: string): AskOutcome {
  const { organisation, from, to, question, answer, reference } = readAnswer(bytes);
  const { register, self } = standingOf(parts);
  const isForIt = organisation === register.organisation && from === node && to === self && question === hash;
  return isForIt ? { node, answer, reference, why: null } : silent(node, 'another-question');
}

function refusalOf(node: string, value: unknown): AskOutcome {
  const { code } = (value ?? {}) as { code?: unknown };
  if (typeof code !== 'string' || !/^[a-z-]{1,60}$/.test(code)) return silent(node, 'wrong-answer');
  return { node, answer: 'refused', reference: null, why: code };
}

function silent(node: string, why: string): AskOutcome {
  return { node, answer: 'silent', reference: null, why };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
