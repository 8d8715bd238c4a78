import type { RecordProof } from '@entente/contracts/audit';
import { Problem } from '../../../../platform/problem.ts';
import { positionOf, proveUnder, readCheckpoints, readLogHead } from '../../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { headStanding } from '../../rules/witnessing/head-standing.ts';
import { readCosignedAbove } from '../../store/evidence/cosigned-heads.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';

/** Among so many cosigned heads above a record the first that stands is looked for. */
const LOOKED_AT = 50;

export type ProvingParts = Pick<ExchangeParts, 'db' | 'clock' | 'membership'>;

/**
 * Proves a record of this node's log under the head that says most: the smallest that stands, so that it shows how early a
 * majority had vouched for it; else the smallest that anybody cosigned; else the newest.
 */
export async function proveRecordForPeers(parts: ProvingParts, record: string): Promise<RecordProof> {
  const position = await positionOf(parts.db, record);
  if (position === null) throw new Problem(EXCHANGE_PROBLEMS['not-yet-proven']);
  return await proveUnder(parts.db, record, await chooseHead(parts, position));
}

async function chooseHead(parts: ProvingParts, position: number): Promise<{ size: number; note: string }> {
  const { register } = standingOf(parts);
  const now = parts.clock.now().toISOString();
  let first: { size: number; note: string } | undefined;
  for (const { size, lines } of await readCosignedAbove(parts.db, { position, limit: LOOKED_AT })) {
    const [own] = await readCheckpoints(parts.db, { from: size, to: size }, 1);
    if (own === undefined) continue;
    const head = { size, note: own.note + lines.join('') };
    if (headStanding(register, head.note, now).standing) return head;
    first ??= head;
  }
  const newest = (await readLogHead(parts.db))!.size;
  return first ?? (await readCheckpoints(parts.db, { from: position + 1, to: newest }, 1))[0]!;
}
