import type { AskOutcome } from '@entente/contracts/exchange/asks';
import type { MarkKind } from '../../../ui/mark.tsx';

const MARKS = {
  hit: 'hit',
  'no-hit': 'no-hit',
  refused: 'refused',
  silent: 'unreachable',
} as const satisfies Record<AskOutcome['answer'], MarkKind>;

/** The mark of an answer; whom this node may not ask now is no node that keeps silent. */
export function markOfAnswer({ answer, why }: Pick<AskOutcome, 'answer' | 'why'>): MarkKind {
  return why === 'channel-suspended' || why === 'member-suspended' ? why : MARKS[answer];
}

const NOT_READY = 'ask.why.not-ready';
const BUSY = 'ask.why.busy';
const NOT_UNDERSTOOD = 'ask.why.not-understood';
const UNPROVEN = 'ask.why.unproven';

/** Why a node gave no answer: the codes of refusals at the other end, of the line, and of answers that do not hold. */
const WHY = {
  'asking-paused': 'ask.why.asking-paused',
  'ask-budget-spent': 'ask.why.budget-spent',
  'member-suspended': 'ask.why.member-suspended',
  'channel-suspended': 'ask.why.channel-suspended',
  'ask-expired': 'ask.why.clocks',
  'ask-replayed': 'ask.why.replayed',
  'no-sealing-key': 'ask.why.no-key',
  unreachable: 'ask.why.unreachable',
  'too-slow': 'ask.why.too-slow',
  'wrong-certificate': 'ask.why.wrong-certificate',
  'no-own-certificate': 'ask.why.no-own-certificate',
  'node-restoring': NOT_READY,
  'asks-not-answered': NOT_READY,
  'index-not-ready': NOT_READY,
  refused: BUSY,
  'too-many-requests': BUSY,
  'database-away': BUSY,
  'internal-error': BUSY,
  'malformed-ask': NOT_UNDERSTOOD,
  'wrong-route': NOT_UNDERSTOOD,
  'wrong-answer': UNPROVEN,
  'another-question': UNPROVEN,
  'malformed-answer': UNPROVEN,
  'malformed-sealed': UNPROVEN,
  'not-opened': UNPROVEN,
  'unknown-suite': UNPROVEN,
  'unknown-key': UNPROVEN,
  'unknown-signer': UNPROVEN,
  'bad-signature': UNPROVEN,
} as const;

/** The message that words a reason and says what to do; codes this console does not know have one that shows them. */
export function whyMessage(code: string | null): (typeof WHY)[keyof typeof WHY] | 'ask.why.other' {
  return code !== null && Object.hasOwn(WHY, code) ? WHY[code as keyof typeof WHY] : 'ask.why.other';
}
