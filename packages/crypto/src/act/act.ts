import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import type { Json } from '../json.ts';
import { type Hash, sha256 } from '../sha256.ts';
import { anything, count, instant, list, object, one, orNull, readShape, text } from '../shape.ts';
import { BASE64, HEX_32, ID, STATE } from './terms.ts';

export const ACT_FORMAT = 'entente-act/1';

/** What an act is about. Each kind has its own body (`bodies.ts`) and procedures (`procedures.ts`). */
export const ACT_KINDS = ['founding', 'accession', 'suspension', 'reinstatement', 'node', 'treaty'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export const PROCEDURES = ['consensus', 'consensus-without-the-member', 'majority-with-the-member'] as const;
export type ActProcedure = (typeof PROCEDURES)[number];

/** What the members consent to; its hash is the act's. */
export interface Statement {
  format: typeof ACT_FORMAT;
  organisation: string;
  /** From 1, without gaps. */
  number: number;
  /** Hash of the act before, in hexadecimal; null for the founding act. */
  previous: string | null;
  kind: ActKind;
  /** The state, the node or the treaty it is about; the organisation itself in the founding act. */
  subject: string;
  body: Json;
  procedure: ActProcedure;
  effectiveAt: string;
}

/** A member's word for one statement, signed by a key of one of its nodes. */
export interface Consent {
  member: string;
  /** Which node's key signed. */
  node: string;
  /** Id of the signing key. */
  key: string;
  /** When the member says it consented; the chain does not go by it. */
  at: string;
  signature: string;
}

export interface Act {
  statement: Statement;
  consents: Consent[];
}

const STATEMENT = object({
  format: one(ACT_FORMAT),
  organisation: text(ID),
  number: count,
  previous: orNull(text(HEX_32)),
  kind: one(...ACT_KINDS),
  subject: text(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/),
  body: anything,
  procedure: one(...PROCEDURES),
  effectiveAt: instant,
});

const CONSENT = object({
  member: text(STATE),
  node: text(ID),
  key: text(/^[0-9a-f]{16}$/),
  at: instant,
  signature: text(BASE64),
});

const ACT = object({ statement: STATEMENT, consents: list(CONSENT, { most: 100 }) });

/** An act may not outgrow a founding act of a hundred members. */
const MAX_CHARACTERS = 4_000_000;

/** The bytes that are hashed and consented to (RFC 8785). */
export function writeStatement(statement: Statement): string {
  return serialiseCanonical(statement);
}

/**
 * An act is named by what was decided, not by who signed it first: nodes that gathered the same consents in
 * another order, or one more than was needed, hold the same act.
 */
export function hashStatement(statement: Statement): Hash {
  return sha256(writeStatement(statement));
}

/** One line of a register file. */
export function writeAct({ statement, consents }: Act): string {
  return serialiseCanonical({ statement, consents });
}

/** Reads an act from its canonical JSON; what it says is judged by folding it, not here. */
export function readAct(line: string): Act {
  return readShape(parseBounded(line), ACT, 'malformed-act');
}

export function readStatement(line: string): Statement {
  return readShape(parseBounded(line), STATEMENT, 'malformed-act');
}

export function readConsent(value: Json): Consent {
  return readShape(value, CONSENT, 'malformed-act');
}

function parseBounded(line: string): Json {
  return parseCanonical(line.length > MAX_CHARACTERS ? '' : line);
}
