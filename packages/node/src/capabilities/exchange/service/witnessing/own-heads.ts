import type { Database, Tx } from '../../../../platform/database/database.ts';
import { readCheckpoints, readLogHead } from '../../../audit/index.ts';
import { readCosignatures } from '../../store/witnessing/witnesses.ts';
import type { OwnHead } from './ask-peer.ts';

/** The newest signed head of this node's log; undefined while the log is empty. */
export async function newestOwnHead(db: Database): Promise<OwnHead | undefined> {
  const size = (await readLogHead(db))?.size ?? 0;
  const [head] = await readCheckpoints(db, { from: 0, to: size }, 1);
  return head;
}

/** The newest heads of this node's log that have cosignatures, the largest first, each a note with all of them. */
export async function cosignedOwnHeads(db: Database | Tx, sizes: number): Promise<(OwnHead & { receivedAt: Date })[]> {
  const cosigned = await readCosignatures(db, { upTo: Number.MAX_SAFE_INTEGER, sizes });
  const heads: (OwnHead & { receivedAt: Date })[] = [];
  for (const { size, lines, receivedAt } of cosigned) {
    const [head] = await readCheckpoints(db, { from: size, to: size }, 1);
    if (head) heads.push({ size, note: head.note + lines.join(''), receivedAt });
  }
  return heads;
}
