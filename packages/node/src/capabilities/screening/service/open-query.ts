import type { OpenedQuery } from '@entente/contracts/screening/shift';
import { Refusal } from '@entente/crypto/refusal';
import type { OpeningKey } from '@entente/crypto/sealed-to/opening-key';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import { SCREENING_PROBLEMS } from '../problems.ts';
import { findQuery } from '../store/queries.ts';
import { openQuestion } from './oversight-key.ts';
import { OversightKeyError, readOpeningKey } from './oversight-key-file.ts';

/** Opens the sealed question of a check; the reason goes on record with it. Where the key is not on the node, that is said. */
export async function openQuery(
  parts: { db: Database; clock: Clock },
  key: { file: string; where: 'node' | 'key-file' },
  by: Attribution,
  { check, reason }: { check: string; reason: string },
): Promise<OpenedQuery> {
  const { db, clock } = parts;
  return await db.transaction().execute(async (tx) => {
    const now = clock.now();
    const query = await findQuery(tx, check, now);
    if (!query) throw new Problem(SCREENING_PROBLEMS['unknown-query']);
    const question = openedBy(await keyAt(key.file), check, query.sealed);
    const record = await recordEvent(tx, {
      ...by,
      at: now,
      event: 'screening.query-opened',
      outcome: 'done',
      subject: { kind: 'check', ref: check },
      facts: { where: key.where },
      parts: [{ name: 'reason', text: reason }],
    });
    return { check, question, shreddedOn: query.shreddedOn.toISOString(), record: record.id };
  });
}

/** Read anew each time: oversight may bring the file for one opening, and take it away again. */
async function keyAt(file: string): Promise<OpeningKey> {
  try {
    const key = await readOpeningKey(file);
    if (key) return key;
  } catch (cause) {
    if (!(cause instanceof OversightKeyError)) throw cause;
    throw new Problem(SCREENING_PROBLEMS['wrong-oversight-key'], { cause });
  }
  throw new Problem(SCREENING_PROBLEMS['oversight-key-away']);
}

function openedBy(key: OpeningKey, check: string, sealed: Uint8Array) {
  try {
    return openQuestion(key, check, sealed);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw new Problem(SCREENING_PROBLEMS['wrong-oversight-key'], { cause });
  }
}
