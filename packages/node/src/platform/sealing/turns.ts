import { setImmediate } from 'node:timers/promises';
import type { PlacedContent, PlacedRecord, Sealing } from './sealing.ts';

/** Rows sealed or opened at once before requests get their turn: well under a millisecond. */
const TURN = 32;

/** Seals many rows, in their order; requests are answered in between. */
export async function sealInTurns(sealing: Sealing, contents: readonly PlacedContent[]): Promise<Buffer[]> {
  const sealed: Buffer[] = [];
  for (let at = 0; at < contents.length; at += TURN) {
    if (at > 0) await setImmediate();
    sealed.push(...sealing.sealMany(contents.slice(at, at + TURN)));
  }
  return sealed;
}

/** Opens many rows, in their order; requests are answered in between. Throws a SealingError for the first that does not open. */
export async function openInTurns<Personal>(sealing: Sealing, records: readonly PlacedRecord[]): Promise<Personal[]> {
  const opened: Personal[] = [];
  for (let at = 0; at < records.length; at += TURN) {
    if (at > 0) await setImmediate();
    opened.push(...sealing.openMany<Personal>(records.slice(at, at + TURN)));
  }
  return opened;
}
