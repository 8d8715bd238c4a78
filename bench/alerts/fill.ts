import type { AlertContent } from '@entente/contracts/alerts/content';
import { firstIdOf } from '@entente/crypto/uuid7';
import { VERSION } from '@entente/node/capabilities/alerts/store/sealed-tables';
import type { OpenDatabase } from '@entente/node/platform/database/database';
import { DEMONSTRATION_OFFICERS } from '@entente/testkit/officers';
import { inventPerson } from '@entente/testkit/people/person';

/** Persons of the alerts; the questions of the check are about them. */
export const SEED = 1;
const BATCH = 5_000;
const DAY = 86_400_000;
const CATEGORIES = ['wanted-for-arrest', 'wanted-for-arrest', 'missing', 'witness', 'entry-ban', 'inquiry-check'];
const AUTHOR = DEMONSTRATION_OFFICERS.find(({ roles }) => roles.includes('contact-point-officer'))!.id;

/** An id by number, in the order of time as the node's own are. */
export function alertId(number: number): string {
  const at = new Date(Date.UTC(2024, 0, 1) + number * 60_000);
  return firstIdOf(at).slice(0, 24) + number.toString(16).padStart(12, '0');
}

/** Writes invented alerts straight into an empty store, sealed as the node seals them; returns seconds. */
export async function fillAlerts({ pool, sealing }: OpenDatabase, count: number): Promise<number> {
  const began = performance.now();
  let pending: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => makeRow(from + at, sealing));
    await pending;
    const column = (name: keyof Made) => rows.map((row) => row[name]);
    const values = [
      column('id'),
      column('reference'),
      column('category'),
      column('status'),
      column('created'),
      column('expires'),
      column('review'),
      column('personal'),
      AUTHOR,
    ];
    pending = pool.query(INSERT, values);
  }
  await pending;
  await pool.query('VACUUM (ANALYZE) alerts.alert, alerts.version');
  return (performance.now() - began) / 1000;
}

type Made = ReturnType<typeof makeRow>;

function makeRow(number: number, sealing: OpenDatabase['sealing']) {
  const id = alertId(number);
  const created = new Date(Date.UTC(2024, 0, 1) + number * 60_000);
  const content: AlertContent = {
    category: CATEGORIES[number % CATEGORIES.length]!,
    subject: { kind: 'person', identities: [inventPerson(SEED, number).identity], protection: 'none-known' },
    ground: {
      legalBasis: 'Criminal Procedure Code (invented), article on search for persons',
      issuingAuthority: { name: 'Investigation Department (invented)', reference: `B/${number}`, date: '2026-01-01' },
    },
    action: 'report-whereabouts',
    expiresOn: '2030-01-01',
    reviewOn: '2029-01-01',
  };
  return {
    id,
    reference: `KZ-2026-${String(number + 1).padStart(7, '0')}`,
    category: content.category,
    // One in twenty has ended.
    status: number % 20 === 0 ? 'withdrawn' : 'in-force',
    created,
    expires: new Date(Date.UTC(2027, 0, 1) + ((number * 7_919) % 1_000) * DAY),
    review: new Date(Date.UTC(2026, 11, 1) + ((number * 104_729) % 700) * DAY),
    personal: sealing.seal(VERSION.place(id, 1), { content, considered: [] }),
  };
}

const INSERT = `
  WITH made AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
      $7::timestamptz[], $8::bytea[]) AS made (id, reference, category, status, created, expires, review, personal)
  ), alerts AS (
    INSERT INTO alerts.alert (id, reference, owner, kind, category, action, status, current, author, authority, created_at,
      updated_at, in_force_at, expires_at, review_at)
    SELECT id, reference, 'KZ', 'person', category, 'report-whereabouts', status, 1, $9::uuid, 'contact-point', created,
      created, created, expires, review FROM made
    RETURNING id
  )
  INSERT INTO alerts.version (alert, number, kind, state, authors, saved_at, personal)
  SELECT made.id, 1, 'issue', 'approved', ARRAY[$9::uuid], created, personal FROM made JOIN alerts USING (id)`;
