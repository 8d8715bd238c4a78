import type { PassengerListState, PassengerListView } from '@entente/contracts/screening/passenger-list';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution, liveSessionIds } from '../../../access/index.ts';
import { type Attribution, recordEvent } from '../../../audit/index.ts';
import type { ErasedBecause, StoredPassengerList } from '../../model/passenger-list.ts';
import { SCREENING_PROBLEMS } from '../../problems.ts';
import {
  deleteEndedLists,
  deleteList,
  deleteListsOfEndedSessions,
  type ErasedList,
  endList,
  findList,
} from '../../store/passenger-lists.ts';
import type { ScreeningParts } from '../parts.ts';
import { reportTerm, showList } from './show-list.ts';

const BY_THE_NODE: Attribution = { actor: { kind: 'node', id: 'node' } };

/** Ends a list that runs and records how; whoever was not reached is erased from it. Undefined when it had ended. */
export async function settleEnd(
  tx: Tx,
  id: string,
  state: Exclude<PassengerListState, 'running'>,
  at: Date,
  by: Attribution,
): Promise<StoredPassengerList | undefined> {
  const ended = await endList(tx, id, { state, at });
  if (!ended) return undefined;
  const { persons, hits, noHits, notReached } = ended;
  await recordEvent(tx, {
    ...by,
    at,
    event: 'screening.passenger-list-ended',
    outcome: 'done',
    subject: { kind: 'passenger-list', ref: id },
    facts: { state, persons, hits, noHits, notReached },
  });
  return ended;
}

/** The officer stops a list of his own. One that has ended meanwhile stays as it ended. */
export async function cancelList(parts: ScreeningParts, asking: Asking, id: string): Promise<PassengerListView> {
  const { db, clock } = parts;
  return await db.transaction().execute(async (tx) => {
    const list = await findOwn(tx, asking, id);
    const ended = await settleEnd(tx, id, 'cancelled', clock.now(), attribution(asking));
    return showList(parts, ended ?? (await findOwn(tx, asking, list.id)));
  });
}

/** The officer has what he needs of a report: what is left of the list is erased. */
export async function closeList({ db, clock }: ScreeningParts, asking: Asking, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await findOwn(tx, asking, id);
    const erased = await deleteList(tx, id);
    if (!erased) throw new Problem(SCREENING_PROBLEMS['passenger-list-runs']);
    await recordErased(tx, [erased], 'closed', clock.now(), attribution(asking));
  });
}

/** Erases reports that nobody closed in time, and lists whose officer has left. Returns how many. */
export async function eraseLists({
  db,
  clock,
  membership,
}: Pick<ScreeningParts, 'db' | 'clock' | 'membership'>): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const now = clock.now();
    const old = await deleteEndedLists(tx, new Date(now.getTime() - reportTerm({ membership })));
    await recordErased(tx, old, 'time', now, BY_THE_NODE);
    const left = await deleteListsOfEndedSessions(tx, await liveSessionIds(tx, membership.limits(), now));
    await recordErased(tx, left, 'session-ended', now, BY_THE_NODE);
    return old.length + left.length;
  });
}

async function recordErased(
  tx: Tx,
  erased: ErasedList[],
  because: ErasedBecause,
  at: Date,
  by: Attribution,
): Promise<void> {
  for (const { id, state, persons, hits, noHits, unchecked } of erased)
    await recordEvent(tx, {
      ...by,
      at,
      event: 'screening.passenger-list-erased',
      outcome: 'done',
      subject: { kind: 'passenger-list', ref: id },
      facts: { because, state, persons, hits, noHits, unchecked },
    });
}

/** A list of the officer's own; another's and none answer alike. */
export async function findOwn(tx: Tx, asking: Asking, id: string): Promise<StoredPassengerList> {
  const list = await findList(tx, id, asking.officer.id);
  if (!list) throw new Problem(SCREENING_PROBLEMS['unknown-passenger-list']);
  return list;
}
