import { toHex } from '@entente/crypto/bytes';
import { serialiseCanonical } from '@entente/crypto/canonical';
import { sha256 } from '@entente/crypto/sha256';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type AlertInForce, streamAlertsInForce } from '../../alerts/index.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import type { AlertMet } from '../model/alert.ts';
import { alertKey } from '../rules/alert-entry.ts';
import { digestQuestions } from '../rules/digest-questions.ts';
import { readRequest } from '../rules/question.ts';
import { type AlertIndex, createAlertIndex } from './alert-index.ts';

/** What two nodes compare to see that they answer alike; hashes are SHA-256 in hex. */
export interface ScreeningDigest {
  /** The tables that names are read by. */
  unicode: string;
  /** How many alerts of each owner are in the set. */
  owners: Record<string, number>;
  /** Of the alerts: owner, reference, category and subject of each. */
  alerts: string;
  questions: number;
  /** Of the answers: who is met by each question, in which order, with which score, band and evidence. */
  answers: string;
}

/**
 * Which alerts: of these owners, or of every one; by these references, or else what circulates to all
 * members; to whom another state's alert went is not known here, so all that are held count.
 */
export interface DigestSet {
  owners: readonly string[];
  references?: ReadonlySet<string>;
}

/**
 * The digest over a named set of alerts in force, and over the answers they give to the fixed questions. No name leaves; that the
 * alerts were read is recorded.
 */
export async function digestScreening(
  { db, clock, state }: { db: Database; clock: Clock; state: string },
  by: Attribution,
  set: DigestSet,
): Promise<ScreeningDigest> {
  const now = clock.now();
  const alerts = await readSet(db, state, set);
  await db.transaction().execute((tx) =>
    recordEvent(tx, {
      ...by,
      at: now,
      event: 'screening.digested',
      outcome: 'done',
      facts: { alerts: alerts.length, owners: set.owners.join(' ') },
    }),
  );
  const requests = digestQuestions(alerts);
  const index = createAlertIndex();
  for (const alert of alerts) index.put(alert);
  return {
    unicode: process.versions.unicode ?? '',
    owners: countOwners(alerts),
    alerts: hashOf(alerts.map(({ owner, reference, category, subject }) => ({ owner, reference, category, subject }))),
    questions: requests.length,
    answers: hashOf(requests.map((request) => answer(index, request, now))),
  };
}

/** In the order of their keys, which are the same on every node. */
async function readSet(db: Database, state: string, { owners, references }: DigestSet): Promise<AlertInForce[]> {
  const alerts: AlertInForce[] = [];
  for await (const alert of streamAlertsInForce(db)) {
    if (owners.length > 0 && !owners.includes(alert.owner)) continue;
    if (references ? references.has(alert.reference) : alert.owner !== state || alert.audience?.kind === 'all-members')
      alerts.push(alert);
  }
  return alerts.sort((a, b) => (alertKey(a) < alertKey(b) ? -1 : 1));
}

function answer(index: AlertIndex, request: Parameters<typeof readRequest>[0], now: Date) {
  const reading = readRequest(request, now.toISOString().slice(0, 10));
  return reading.ok ? index.search(reading.question, now).map(describe) : [];
}

/** What of an answer must be the same: not what this state has decided to do. */
function describe({ alert, score, band, evidence, about }: AlertMet) {
  return { alert: alert.key, score: String(score), band, about, evidence: JSON.stringify(evidence) };
}

function countOwners(alerts: readonly AlertInForce[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { owner } of alerts) counts[owner] = (counts[owner] ?? 0) + 1;
  return counts;
}

function hashOf(value: unknown): string {
  return toHex(sha256(serialiseCanonical(JSON.parse(JSON.stringify(value)))));
}
