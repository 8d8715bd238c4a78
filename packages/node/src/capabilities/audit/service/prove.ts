import type { LeafContent, RecordProof } from '@entente/contracts/audit';
import { toHex } from '@entente/crypto/bytes';
import { proveInclusion } from '@entente/crypto/tlog/inclusion';
import { readFromTiles } from '@entente/crypto/tlog/tile-reader';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Attribution } from '../model.ts';
import { AUDIT_PROBLEMS } from '../problems.ts';
import { readCheckpoint, readHead, readTiles } from '../store/tree.ts';
import type { Audit } from './audit.ts';
import { requireRecord } from './read.ts';
import { recordEvent } from './record-event.ts';

/** A record's proof against the newest signed head; giving it away is recorded. */
export async function proveRecord(
  audit: Pick<Audit, 'db' | 'clock'>,
  asking: Attribution,
  id: string,
): Promise<RecordProof> {
  return await audit.db.transaction().execute(async (tx) => {
    const proof = await buildProof(tx, id);
    await recordEvent(tx, {
      ...asking,
      at: audit.clock.now(),
      event: 'audit.proven',
      outcome: 'done',
      subject: { kind: 'audit-record', ref: id },
    });
    return proof;
  });
}

/** The newest signed head, a signed note. */
export async function newestCheckpoint(db: Database): Promise<{ size: number; note: string }> {
  const checkpoint = await readCheckpoint(db);
  if (checkpoint === undefined) throw new Problem(AUDIT_PROBLEMS['log-empty']);
  return checkpoint;
}

async function buildProof(tx: Tx, id: string): Promise<RecordProof> {
  const { position } = await requireRecord(tx, id);
  if (position === null) throw new Problem(AUDIT_PROBLEMS['not-yet-folded']);
  return await proveUnder(tx, id, await newestCheckpoint(tx));
}

/** The place of a record in the tree; null until it is folded in, within a second. */
export async function positionOf(db: Database, id: string): Promise<number | null> {
  return (await requireRecord(db, id)).position;
}

/** A record's proof under a signed head that is larger than its position. It is not recorded; who gives it away says to whom. */
export async function proveUnder(
  db: Database,
  id: string,
  { size, note }: { size: number; note: string },
): Promise<RecordProof> {
  const { position, content } = await requireRecord(db, id);
  const { verifierKey } = (await readHead(db))!;
  const path = await proveInclusion(
    position!,
    size,
    readFromTiles((places) => readTiles(db, places)),
  );
  return {
    format: 'entente-record-proof/1',
    content: JSON.parse(content) as LeafContent,
    index: position!,
    path: path.map(toHex),
    checkpoint: note,
    verifierKey,
  };
}
