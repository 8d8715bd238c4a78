import type {
  PassengerListReading,
  PassengerListRequest,
  PassengerListView,
} from '@entente/contracts/screening/passenger-list';
import { createIdSource } from '@entente/crypto/uuid7';
import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { type ReadList, readList } from '../../passengers/read-list.ts';
import { SCREENING_PROBLEMS } from '../../problems.ts';
import { findListsOf, insertList, lockOfficersLists } from '../../store/passenger-lists.ts';
import type { ScreeningParts } from '../parts.ts';
import { asProblem, nobodyToAsk } from './refuse-list.ts';
import { showList } from './show-list.ts';

/** Lists of one officer that stand at once; more would be a store of travellers. */
const MOST_LISTS = 5;

const createId = createIdSource();

/** How a list would be read. Nothing of it is kept, and nobody is asked about. */
export function previewList(
  { clock }: Pick<ScreeningParts, 'clock'>,
  request: PassengerListRequest,
): PassengerListReading {
  return read(request, clock.now()).shown;
}

/** Takes a list over: everybody who can be asked about waits, sealed, for his check. */
export async function takeList(
  parts: ScreeningParts,
  asking: Asking,
  request: PassengerListRequest,
): Promise<PassengerListView> {
  const { db, clock } = parts;
  const at = clock.now();
  const { people, shown } = read(request, at);
  if (people.length === 0) throw nobodyToAsk(shown.unread);
  const { officer, ...allowed } = asking;
  return await db.transaction().execute(async (tx) => {
    await lockOfficersLists(tx, officer.id);
    const standing = await findListsOf(tx, officer.id);
    if (standing.length >= MOST_LISTS) throw new Problem(SCREENING_PROBLEMS['too-many-passenger-lists']);
    const list = {
      id: createId(at),
      officerId: officer.id,
      sessionId: asking.sessionId,
      takenAt: at,
      personal: { name: nameOf(request), allowed, unread: shown.unread },
    };
    await insertList(tx, list, people);
    await recordEvent(tx, {
      ...attribution(asking),
      at,
      event: 'screening.passenger-list-taken',
      outcome: 'done',
      subject: { kind: 'passenger-list', ref: list.id },
      facts: { format: shown.format, persons: people.length, unread: shown.unread.length },
    });
    const counts = { persons: people.length, unread: shown.unread.length, hits: 0, noHits: 0, notReached: 0 };
    return showList(parts, { ...list, ...counts, state: 'running', endedAt: null });
  });
}

function read(request: PassengerListRequest, at: Date): ReadList {
  const reading = readList(request, at.toISOString().slice(0, 10));
  if (!reading.ok) throw asProblem(reading.code);
  return reading.list;
}

function nameOf(request: PassengerListRequest): string {
  return ('file' in request ? request.file.name : request.name)?.trim() ?? '';
}
