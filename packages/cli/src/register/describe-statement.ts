import type { Act, ActKind, Statement } from '@entente/crypto/act/act';
import { hashStatement } from '@entente/crypto/act/act';
import { readAccession, readFounding, readNodeBody, readStanding, readTreatyBody } from '@entente/crypto/act/bodies';
import { type Weighed, weighStatement } from '@entente/crypto/act/fold';
import { missingConsents } from '@entente/crypto/act/procedures';
import { isActiveAt, type Register } from '@entente/crypto/act/register';
import { toHex } from '@entente/crypto/bytes';
import { toText } from '../offline/to-text.ts';
import { linesOfChange, linesOfRecord } from './describe-record.ts';

/** An act on its way, with what it needs still. */
export interface Pending {
  act: Act;
  hash: string;
  /** Members whose consent it lacks; of a majority all who might give it, until enough have. */
  missing: string[];
  /** What it would make of the register. */
  weighed: Weighed;
}

/** Weighs an act that may lack consents. Throws the Refusal of one that no consents could make an act. */
export function weighPending(before: Register | null, act: Act): Pending {
  const { statement, consents } = act;
  const weighed = weighStatement(before, statement);
  const given = consents.map(({ member }) => member);
  const missing = missingConsents(statement, given, weighed.electors, weighed.concerned);
  return { act, hash: toHex(hashStatement(statement)), missing, weighed };
}

/** What an act decides, in plain words, by whom it is carried so far, and its hash. */
export function describePending(before: Register | null, pending: Pending): string {
  const { act, hash } = pending;
  const { statement, consents } = act;
  const { organisation, number, previous, procedure } = statement;
  return toText([
    `Act ${number} of ${organisation}${previous === null ? '' : `, after ${previous}`}`,
    '',
    ...WORDS[statement.kind](statement, before),
    '',
    `procedure  ${PROCEDURES[procedure]}`,
    `consented  ${consents.map(({ member, at }) => `${member} (${at})`).join(', ') || 'nobody yet'}`,
    `missing    ${wordMissing(pending)}`,
    `hash       ${hash}`,
  ]);
}

/** What is told apart of an act whose moment has passed: it would hold for what was done since. */
export function warnOfPast({ kind, effectiveAt }: Statement, now: Date): string {
  if (kind === 'founding' || effectiveAt >= now.toISOString()) return '';
  return `Its moment, ${effectiveAt}, has passed: it would hold for what was done since.\n`;
}

/** The same for a program. */
export function pendingJson({ act, hash, missing }: Pending): object {
  const { organisation, number, kind, subject, procedure, effectiveAt } = act.statement;
  const consents = act.consents.map(({ member }) => member);
  return { hash, organisation, number, kind, subject, procedure, effectiveAt, consents, missing };
}

const PROCEDURES: Record<Statement['procedure'], string> = {
  consensus: 'consensus of the active members',
  'consensus-without-the-member': 'consensus of the active members but the one concerned',
  'majority-with-the-member': 'a majority of the active members, the one concerned among them',
};

function wordMissing({ act, missing, weighed }: Pending): string {
  const { procedure, effectiveAt } = act.statement;
  const { electors, concerned } = weighed;
  if (missing.length === 0) return 'nothing: it can be adopted';
  const all = procedure !== 'majority-with-the-member' || missing.length === 1;
  const suspended = concerned !== null && !isActiveAt(electors, concerned, effectiveAt);
  return `${missing.join(', ')}${all || suspended ? '' : ' (until a majority has)'}`;
}

const WORDS: Record<ActKind, (statement: Statement, before: Register | null) => string[]> = {
  founding: ({ subject, body, effectiveAt }) => {
    const { members, nodes, treaties } = readFounding(body);
    return [
      `Founds ${subject}, in force from ${effectiveAt} on, of the members ${members.join(', ')}, with the nodes:`,
      ...nodes.flatMap(linesOfRecord),
      ...(treaties.length === 0 ? [] : ['Treaties in force:']),
      ...treaties.map(({ id, inForceFrom }) => `  ${id} from ${inForceFrom} on`),
    ];
  },
  accession: ({ subject, body, effectiveAt }) => [
    `Admits ${subject} as a member from ${effectiveAt} on, with the nodes:`,
    ...readAccession(body).nodes.flatMap(linesOfRecord),
  ],
  suspension: ({ subject, body, effectiveAt }) => [
    `Suspends ${subject} from ${effectiveAt} on. Its envelopes are refused from that moment, but for withdrawals,`,
    'corrections and erasures of its own records, and it takes no part in decisions.',
    `Reason: ${readStanding(body).reason}`,
  ],
  reinstatement: ({ subject, body, effectiveAt }) => [
    `Reinstates ${subject} as an active member from ${effectiveAt} on.`,
    `Reason: ${readStanding(body).reason}`,
  ],
  node: ({ subject, body, effectiveAt }, before) => {
    const { node, revoked } = readNodeBody(body);
    const was = before?.nodes.get(subject);
    if (!was) return [`Enters a node from ${effectiveAt} on:`, ...linesOfRecord(node)];
    return [`Changes the node ${subject} from ${effectiveAt} on:`, ...linesOfChange(was, node, revoked)];
  },
  treaty: ({ subject, body }) => [`States that ${subject} is in force from ${readTreatyBody(body).inForceFrom} on.`],
};
