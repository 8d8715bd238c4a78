import { setTimeout as pause } from 'node:timers/promises';
import type { PassengerHit, PassengerListReport, PassengerListView } from '@entente/contracts/screening/passenger-list';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { MetPassenger } from '../../model/passenger-list.ts';
import { bandRank } from '../../rules/candidates.ts';
import { findListsOf } from '../../store/passenger-lists.ts';
import { readMet, readNotReached } from '../../store/passenger-report.ts';
import type { ScreeningParts } from '../parts.ts';
import { findOwn } from './end-list.ts';
import { showList } from './show-list.ts';

const LOOK_EVERY_MS = 250;

/** The officer's own lists that stand: figures alone. */
export async function readLists(parts: ScreeningParts, asking: Asking): Promise<PassengerListView[]> {
  return (await findListsOf(parts.db, asking.officer.id)).map((list) => showList(parts, list));
}

/** One of them. */
export async function readListView(parts: ScreeningParts, asking: Asking, id: string): Promise<PassengerListView> {
  return showList(parts, await parts.db.transaction().execute((tx) => findOwn(tx, asking, id)));
}

/** A list as it goes on, from now to its end, whichever process runs it. */
export async function* followList(
  parts: ScreeningParts,
  asking: Asking,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<PassengerListView> {
  let shown = '';
  while (!signal.aborted) {
    const now = await readListView(parts, asking, id);
    const text = JSON.stringify(now);
    if (text !== shown) yield now;
    shown = text;
    if (now.endedAt !== null) return;
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

/** Who may be meant, the gravest first, as far as the list has got. Reading it is recorded. */
export async function readReport(parts: ScreeningParts, asking: Asking, id: string): Promise<PassengerListReport> {
  const { db, clock } = parts;
  return await db.transaction().execute(async (tx) => {
    const list = await findOwn(tx, asking, id);
    const met = await readMet(tx, id);
    await recordEvent(tx, {
      ...attribution(asking),
      at: clock.now(),
      event: 'screening.passenger-list-read',
      outcome: 'done',
      subject: { kind: 'passenger-list', ref: id },
      facts: { hits: met.filter(({ state }) => state === 'hit').length },
    });
    const gravest = met.toSorted((a, b) => gravityOf(a) - gravityOf(b) || a.line - b.line);
    return {
      list: showList(parts, list),
      hits: gravest.filter(({ state }) => state === 'hit').map(show),
      discreet: gravest.filter(({ state }) => state === 'discreet').map(show),
      unread: list.personal.unread,
      notReached: await readNotReached(tx, id),
    };
  });
}

/** The band of the best candidate; whoever has been taken to the second line comes last. */
function gravityOf({ found }: MetPassenger): number {
  const [best] = found?.candidates ?? [];
  return best ? bandRank(best.band) : Number.MAX_SAFE_INTEGER;
}

function show({ line, check, at, traveller, found }: MetPassenger): PassengerHit {
  return {
    line,
    check,
    at: at.toISOString(),
    traveller,
    found: found && { readAs: found.readAs, candidates: found.candidates, discreet: found.discreet },
  };
}
