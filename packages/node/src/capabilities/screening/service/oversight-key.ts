import type { CheckRequest } from '@entente/contracts/screening';
import { toHex } from '@entente/crypto/bytes';
import { serialiseCanonical } from '@entente/crypto/canonical';
import { type OpeningKey, sealingKeyFor } from '@entente/crypto/sealed-to/opening-key';
import { openWith, sealTo } from '@entente/crypto/sealed-to/seal-to';
import { encodeSealingKey, parseSealingKey, type SealingKey } from '@entente/crypto/sealed-to/sealing-key';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { recordEvent } from '../../audit/index.ts';
import { insertOversightKey, readOversightKey } from '../store/oversight-key.ts';
import { foundOpeningKey } from './oversight-key-file.ts';

/** A question with the salt of its commitment: with both, the record of the check can be held against it. */
export interface AskedQuestion {
  request: CheckRequest;
  /** Hex. */
  salt: string;
}

/** Seals questions to oversight. The node that seals them cannot open them without the key's file. */
export interface OversightKey {
  /** Where the private key lies, while it is on this node. */
  file: string;
  sealing: SealingKey;
  seal(check: string, question: AskedQuestion): Uint8Array;
}

const NAME = 'oversight';
/** A seal shows the length of what it holds; in steps, a scanned zone looks like any other question. */
const STEP = 256;

/** The key of oversight; a node that has none yet founds a pair: the private half into the file, the public one into the database. */
export async function openOversightKey(db: Database, clock: Clock, file: string): Promise<OversightKey> {
  const sealing = parseSealingKey((await readOversightKey(db)) ?? (await foundOversightKey(db, clock, file)));
  return {
    file,
    sealing,
    seal: (check, question) => sealTo(sealing, placeOf(check), padded(serialiseCanonical(question))),
  };
}

/** The question that was sealed for this check. Throws a Refusal for another key, or a seal that was changed. */
export function openQuestion(key: OpeningKey, check: string, sealed: Uint8Array): AskedQuestion {
  return JSON.parse(Buffer.from(openWith(key, placeOf(check), sealed)).toString('utf8')) as AskedQuestion;
}

async function foundOversightKey(db: Database, clock: Clock, file: string): Promise<string> {
  const key = sealingKeyFor(NAME, await foundOpeningKey(file));
  const encoded = encodeSealingKey(key);
  await db.transaction().execute(async (tx) => {
    if (!(await insertOversightKey(tx, key.id, encoded, clock.now()))) return;
    await recordEvent(tx, {
      at: clock.now(),
      actor: { kind: 'node', id: 'node' },
      event: 'screening.oversight-key-founded',
      outcome: 'done',
      facts: { key: toHex(key.id) },
    });
  });
  return (await readOversightKey(db))!;
}

function placeOf(check: string) {
  return { info: 'screening.query', aad: check };
}

/** JSON may end in spaces. */
function padded(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([bytes, Buffer.alloc((STEP - (bytes.length % STEP)) % STEP, ' ')]);
}
