import { ACTS_LIMITS, type ActsAnswer } from '@entente/contracts/exchange/acts';
import { readActs } from '../../membership/index.ts';
import { type ExchangeParts, headOf, standingOf } from './parts.ts';

/** The acts after a number, for a peer whose register is behind: as many as an answer may hold, at least one where there is one. */
export async function offerActs(parts: ExchangeParts, after: number): Promise<ActsAnswer> {
  const acts = await readActs(parts.db, after, ACTS_LIMITS.acts);
  let bytes = 0;
  const fitting = acts.findIndex((line, at) => {
    bytes += Buffer.byteLength(line);
    return at > 0 && bytes > ACTS_LIMITS.bytes;
  });
  return { head: headOf(standingOf(parts).register), acts: fitting < 0 ? acts : acts.slice(0, fitting) };
}
