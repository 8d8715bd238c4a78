import { HEX_32, ID } from '../act/terms.ts';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import { Refusal } from '../refusal.ts';
import { instant, object, one, orNull, readShape, text } from '../shape.ts';

export const ANSWER_FORMAT = 'entente-answer/1';
/** Every answer has so many bytes: its length tells nothing of what it says. */
export const ANSWER_BYTES = 1024;

/** Hit or no-hit, and a reference under which the owner finds what was hit; nothing of what it is. */
export interface AskAnswer {
  format: typeof ANSWER_FORMAT;
  organisation: string;
  from: string;
  to: string;
  /** Hash of the question it answers. */
  question: string;
  at: string;
  answer: 'hit' | 'no-hit';
  /** Random, made for this question; null for a no-hit. */
  reference: string | null;
}

const ANSWER = object({
  format: one(ANSWER_FORMAT),
  organisation: text(ID),
  from: text(ID),
  to: text(ID),
  question: text(HEX_32),
  at: instant,
  answer: one('hit', 'no-hit'),
  reference: orNull(text(/^[0-9a-f]{32}$/)),
  padding: text(/^0*$/, ANSWER_BYTES),
});

/** The bytes that are signed, always as many. */
export function writeAnswer(answer: Omit<AskAnswer, 'format'>): Uint8Array {
  const write = (padding: string) => Buffer.from(serialiseCanonical({ format: ANSWER_FORMAT, ...answer, padding }));
  const missing = ANSWER_BYTES - write('').length;
  if (missing < 0) throw new Refusal('out-of-range', 'longer than an answer may be');
  return write('0'.repeat(missing));
}

export function readAnswer(bytes: Uint8Array): AskAnswer {
  if (bytes.length !== ANSWER_BYTES) throw new Refusal('malformed-answer', `an answer has ${ANSWER_BYTES} bytes`);
  const { padding: _, ...answer } = readShape(parseCanonical(bytes), ANSWER, 'malformed-answer');
  if ((answer.answer === 'hit') !== (answer.reference !== null)) {
    throw new Refusal('malformed-answer', 'a hit has a reference, a no-hit has none');
  }
  return answer;
}
