import { randomBytes } from 'node:crypto';
import { HEX_32, ID } from '../act/terms.ts';
import { toHex } from '../bytes.ts';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import { Refusal } from '../refusal.ts';
import { sha256 } from '../sha256.ts';
import { instant, list, object, one, optional, readShape, text } from '../shape.ts';

export const QUESTION_FORMAT = 'entente-question/1';
/** The longest a question may wait for its answer; for so long ids are remembered. */
export const MAX_ASK_MS = 30_000;
const MAX_QUESTION_BYTES = 8 * 1024;

/** Whom a question is about: a document's number, or a person by two elements of his identity at least. */
export type AskedAbout =
  | { by: 'document'; number: string; issuer?: string | undefined }
  | {
      by: 'identity';
      names: string[];
      birthDate?: string | undefined;
      nationality?: string | undefined;
    };

/** What one node asks another about one person, in one case. */
export interface AskQuestion {
  format: typeof QUESTION_FORMAT;
  /** 32 random bytes in hexadecimal: the question's hash says nothing to whoever does not know it. */
  id: string;
  organisation: string;
  from: string;
  to: string;
  askedAt: string;
  expiresAt: string;
  /** Who asks, under a name that only the asking node can resolve: budgets are kept by it. */
  officer: string;
  purpose: string;
  legalBasis: string;
  /** The open case it is asked in. */
  case: string;
  about: AskedAbout;
}

const WORDS = text(/^\P{Cc}+$/u, 500);
const DATE = text(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const DOCUMENT = object({ by: one('document'), number: text(/^\P{Cc}+$/u, 60), issuer: optional(WORDS) });
const IDENTITY = object({
  by: one('identity'),
  names: list(WORDS, { least: 1, most: 5 }),
  birthDate: optional(DATE),
  nationality: optional(WORDS),
});

const QUESTION = object({
  format: one(QUESTION_FORMAT),
  id: text(HEX_32),
  organisation: text(ID),
  from: text(ID),
  to: text(ID),
  askedAt: instant,
  expiresAt: instant,
  officer: text(HEX_32),
  purpose: text(ID),
  legalBasis: text(ID),
  case: WORDS,
  about: (value, at, code): AskedAbout => {
    const by = typeof value === 'object' && value !== null && 'by' in value ? value.by : undefined;
    return by === 'document' ? DOCUMENT(value, at, code) : IDENTITY(value, at, code);
  },
});

/** The bytes that are hashed and signed, under a fresh id. */
export function writeQuestion(question: Omit<AskQuestion, 'format' | 'id'>): Uint8Array {
  const id = toHex(randomBytes(32));
  const { about, ...rest } = question;
  return Buffer.from(serialiseCanonical({ format: QUESTION_FORMAT, id, ...rest, about: { ...about } }));
}

/** Reads a question; one that could be a search for anybody, or would be open for too long, is none. */
export function readQuestion(bytes: Uint8Array): AskQuestion {
  if (bytes.length > MAX_QUESTION_BYTES) throw malformed('too long for a question');
  const question = readShape(parseCanonical(bytes), QUESTION, 'malformed-question');
  const open = Date.parse(question.expiresAt) - Date.parse(question.askedAt);
  if (open <= 0 || open > MAX_ASK_MS) throw malformed('a question is open for thirty seconds at most');
  if (!isNarrow(question.about)) throw malformed('two elements of identity or a document number are needed');
  return question;
}

/** A name alone would find namesakes: it takes a birth date or a nationality beside it. */
export function isNarrow(about: AskedAbout): boolean {
  return about.by === 'document' || about.birthDate !== undefined || about.nationality !== undefined;
}

/** SHA-256 of its bytes, in hexadecimal: what the answer is bound to, and all that stays of it after a no-hit. */
export function questionHash(bytes: Uint8Array): string {
  return toHex(sha256(bytes));
}

function malformed(message: string): Refusal {
  return new Refusal('malformed-question', message);
}
