import type { OfficerEntry, OfficerPage, OfficerQuery } from '@entente/contracts/access/officers';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Limits } from '../../membership/index.ts';
import type { StoredOfficer } from '../model.ts';
import { PROBLEMS } from '../problems.ts';
import { isNamed, stateOf } from '../rules/officers.ts';
import { findOfficer, listOfficers } from '../store/officers.ts';
import { countPasskeys } from '../store/passkeys.ts';
import { countLiveSessions, readLastSeen } from '../store/sessions.ts';

export interface ViewParts {
  db: Database;
  clock: Clock;
  limits: Limits;
}

const PAGE = 50;

/**
 * A page of the officers that answer to a query, by sign-in name. Names are sealed, so that all are opened and
 * looked through here; a node has hundreds of officers, not millions.
 */
export async function findOfficers(parts: ViewParts, query: OfficerQuery): Promise<OfficerPage> {
  const now = parts.clock.now();
  const found = (await listOfficers(parts.db)).filter(
    (officer) =>
      (query.text === undefined || isNamed(officer, query.text)) &&
      (query.role === undefined || officer.roles.includes(query.role)) &&
      (query.authority === undefined || officer.authority.id === query.authority) &&
      (query.state === undefined || stateOf(officer, now) === query.state),
  );
  const limit = query.limit ?? PAGE;
  const from = query.cursor === undefined ? 0 : found.findIndex(({ id }) => id === query.cursor) + 1;
  const shown = found.slice(from, from + limit);
  return {
    officers: await viewOfficers(parts, shown),
    next: from + limit < found.length ? shown.at(-1)!.id : null,
    total: found.length,
  };
}

/** One officer; throws where there is none. */
export async function readOfficer(parts: ViewParts, id: string): Promise<OfficerEntry> {
  const officer = await findOfficer(parts.db, id);
  if (!officer) throw new Problem(PROBLEMS['unknown-officer']);
  return await viewOfficer(parts, officer);
}

export async function viewOfficer(parts: ViewParts, officer: StoredOfficer): Promise<OfficerEntry> {
  return (await viewOfficers(parts, [officer]))[0]!;
}

async function viewOfficers({ db, clock, limits }: ViewParts, officers: StoredOfficer[]): Promise<OfficerEntry[]> {
  const now = clock.now();
  const idleSince = new Date(now.getTime() - limits.session.idleMinutes * 60_000);
  const ids = officers.map(({ id }) => id);
  const passkeys = await countPasskeys(db, ids);
  const sessions = await countLiveSessions(db, ids, now, idleSince);
  const lastSeen = await readLastSeen(db, ids);
  return officers.map((officer) => {
    const { id, name, displayName, authority, roles, revision } = officer;
    const state = stateOf(officer, now);
    return {
      id,
      name,
      displayName,
      authority,
      roles,
      revision,
      state,
      closedUntil: state === 'closed' ? officer.lockedUntil!.toISOString() : null,
      hasPassword: officer.passwordHash !== null,
      passkeys: passkeys.get(id) ?? 0,
      sessions: sessions.get(id) ?? 0,
      enteredAt: officer.enteredAt.toISOString(),
      lastSeenAt: lastSeen.get(id)?.toISOString() ?? null,
    };
  });
}
