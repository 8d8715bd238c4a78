import type { AlertQuery } from '@entente/contracts/alerts/alert';
import { openAccess } from '@entente/node/capabilities/access/index';
import { listAlerts } from '@entente/node/capabilities/alerts/service/alerts/search-alerts';
import { createFiles } from '@entente/node/capabilities/exchange/service/attachments/files';
import { loadMembership } from '@entente/node/capabilities/membership/index';
import { systemClock } from '@entente/node/platform/clock';
import type { Config } from '@entente/node/platform/config';
import type { OpenDatabase } from '@entente/node/platform/database/database';
import { sql } from 'kysely';

const QUERIES: Partial<AlertQuery>[] = [
  {},
  { status: 'in-force', sort: 'expires' },
  { status: 'withdrawn' },
  { category: 'missing', sort: 'review' },
  { category: 'entry-ban', status: 'in-force', sort: 'created', descending: true },
  { kind: 'person', sort: 'reference' },
  { owner: 'KZ', sort: 'updated', descending: true },
  { expiresBefore: '2027-06-01T00:00:00.000Z', sort: 'expires' },
  { awaiting: true },
  { mine: true, sort: 'updated' },
];

/** Milliseconds of a list through the service: policies, rows, count, fifty sealed contents opened, the record written. */
export async function measureList(
  { db }: OpenDatabase,
  config: Config,
  rounds: number,
): Promise<{ p50: number; p95: number }> {
  const membership = await loadMembership(config.profile);
  const access = await openAccess({
    config,
    db,
    clock: systemClock,
    membership,
    standing: () => null,
    version: 'bench',
  });
  const parts = {
    db,
    clock: systemClock,
    membership: { ...membership, standing: () => null, onRegisterChanged: () => () => {} },
    access,
    exchange: {
      send: async () => ({ id: '' }),
      sendMany: async () => [],
      eraseAbout: async () => {},
      viewSent: async () => new Map(),
      files: createFiles({ clock: systemClock }),
      isHistoryHeld: async () => false,
      requireHistory: async () => {},
    },
    state: membership.stateByCode('KZ')!,
    index: { findAlike: async () => [], findAlerts: async () => [] },
    comparing: async () => false,
  };
  const officer = {
    id: crypto.randomUUID(),
    name: 'bench',
    displayName: 'Bench',
    authority: { id: 'contact-point', names: { en: 'x', ru: 'x', zh: 'x' } },
    roles: ['contact-point-officer' as const],
  };
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const query = QUERIES[round % QUERIES.length]!;
    const asking = { officer: { ...officer, id: crypto.randomUUID() }, sessionId: '', action: 'alerts.search' };
    let cursor: string | null = null;
    // The first page and two deeper ones.
    for (let page = 0; page < 3; page++) {
      const began = performance.now();
      const answer = await listAlerts(
        parts,
        { ...asking, purpose: 'alert-management', legalBasis: 'criminal-procedure' },
        { ...query, ...(cursor && { cursor }) },
      );
      times.push(performance.now() - began);
      cursor = answer.next;
      if (!cursor) break;
    }
  }
  await sql`DELETE FROM alerts.reading`.execute(db);
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { p50: at(0.5), p95: at(0.95) };
}
