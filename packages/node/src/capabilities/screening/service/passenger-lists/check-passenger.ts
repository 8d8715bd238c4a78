import type { Tx } from '../../../../platform/database/database.ts';
import type { Asking } from '../../../access/index.ts';
import type { StoredPassengerList, WaitingPassenger } from '../../model/passenger-list.ts';
import { maskTraveller } from '../../rules/mask.ts';
import { countChecked, deletePassenger, markMet } from '../../store/passenger-lists.ts';
import { type Answered, answerCheck } from '../check.ts';
import type { ScreeningParts } from '../parts.ts';

/**
 * A list of fewer people is counted as if each had been typed at the desk: a short list must be no way to look people up that
 * oversight does not see.
 */
export const SHORTEST_LIST = 10;

/** Thrown inside the transaction of a check whose list was cancelled, or erased, meanwhile: nothing of the check stands. */
class NoLongerWaiting extends Error {
  override readonly name = 'NoLongerWaiting';
}

/**
 * Checks one person of a list as the desk would: same index, same record, same commitment. Who is in no alert goes from the list in
 * the transaction of his check, so that a node killed at any moment neither loses anybody nor asks twice. False: the list runs no longer.
 */
export async function checkPassenger(
  parts: ScreeningParts,
  asking: Asking,
  list: StoredPassengerList,
  { place, request }: WaitingPassenger,
): Promise<boolean> {
  try {
    await answerCheck(asking, request, parts, {
      list: list.id,
      ...(list.persons >= SHORTEST_LIST && { way: 'passenger-list' }),
      settle: (tx, settled) => settle(tx, list.id, place, settled),
    });
    return true;
  } catch (error) {
    if (error instanceof NoLongerWaiting) return false;
    throw error;
  }
}

async function settle(
  tx: Tx,
  list: string,
  place: number,
  { check, at, answered }: { check: string; at: Date; answered: Answered },
): Promise<void> {
  const { readAs, candidates, discreet, outcome } = answered;
  const counted = await countChecked(tx, list, outcome === 'hit' ? 'hits' : 'no_hits');
  const met = candidates.length > 0 ? 'hit' : discreet.length > 0 ? 'discreet' : undefined;
  const traveller = maskTraveller(readAs ?? { kind: 'identity', names: [] });
  const stood = met
    ? await markMet(tx, list, place, { state: met, check, at, traveller })
    : await deletePassenger(tx, list, place);
  if (!counted || !stood) throw new NoLongerWaiting();
}
