import { steadyMs } from '../../../../platform/clock.ts';
import { isDatabaseAway } from '../../../../platform/database/failures.ts';
import type { Log } from '../../../../platform/log.ts';
import { Problem } from '../../../../platform/problem.ts';
import type { Rest } from '../../../../platform/rounds.ts';
import { attribution } from '../../../access/index.ts';
import type { StoredPassengerList, WaitingPassenger } from '../../model/passenger-list.ts';
import { isCurrent } from '../../rules/currency.ts';
import { findRunning, markNotReached, readWaiting } from '../../store/passenger-lists.ts';
import type { ScreeningParts } from '../parts.ts';
import { checkPassenger } from './check-passenger.ts';
import { settleEnd } from './end-list.ts';

/** People read at once; each is checked by himself. */
const GROUP = 25;
/** How often another process's lists are looked for. */
const LOOK_AGAIN_MS = 1000;
/** How long an index that is not current is left alone. */
const INDEX_PAUSE_MS = 500;

/** One stretch of the list that has waited longest; lists that a killed node left are found again like any other. */
export async function runLists(parts: ScreeningParts, log: Log, signal: AbortSignal): Promise<Rest> {
  const list = await findRunning(parts.db);
  if (!list) return { afterMs: LOOK_AGAIN_MS };
  const waiting = await readWaiting(parts.db, list.id, GROUP);
  if (waiting.length === 0) {
    await end(parts, list, 'done');
    return { afterMs: 0 };
  }
  for (const person of waiting) {
    await parts.desk.quiet();
    if (signal.aborted) break;
    if (!isCurrent(parts.watch.heardMs, steadyMs())) return { afterMs: INDEX_PAUSE_MS, deaf: true };
    if (!(await checkNext(parts, log, list, person))) break;
  }
  return { afterMs: 0 };
}

/** Weighs anew whether the officer may ask, and checks one person. False: nobody more of this list for now. */
async function checkNext(
  parts: ScreeningParts,
  log: Log,
  list: StoredPassengerList,
  person: WaitingPassenger,
): Promise<boolean> {
  const asking = await parts.access.weighAgain(list.personal.allowed);
  if (!asking) {
    await end(parts, list, 'stopped');
    return false;
  }
  try {
    return await checkPassenger(parts, asking, list, person);
  } catch (error) {
    if (isForNow(error)) throw error;
    // One person who cannot be checked must keep nobody else waiting; the report names his line.
    log.error({ err: error, list: list.id, place: person.place }, 'a person of a passenger list could not be checked');
    await parts.db.transaction().execute((tx) => markNotReached(tx, list.id, person.place));
    return true;
  }
}

/** The database or the index is away for a moment: the person waits on, and is asked about again. */
function isForNow(error: unknown): boolean {
  return isDatabaseAway(error) || (error instanceof Problem && error.status === 503);
}

async function end(parts: ScreeningParts, list: StoredPassengerList, state: 'done' | 'stopped'): Promise<void> {
  const { officerId, personal } = list;
  const asking = await parts.access.weighAgain(personal.allowed);
  const by = asking ? attribution(asking) : { actor: { kind: 'officer' as const, id: officerId } };
  await parts.db.transaction().execute((tx) => settleEnd(tx, list.id, state, parts.clock.now(), by));
}
