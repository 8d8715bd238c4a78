import type { AlertContent } from '@entente/contracts/alerts/content';
import type { AskedAbout } from '@entente/contracts/exchange/asks';
import { firstIdOf } from '@entente/crypto/uuid7';
import { VERSION } from '@entente/node/capabilities/alerts/store/sealed-tables';
import type { OpenDatabase } from '@entente/node/platform/database/database';
import { lawfulOf } from '@entente/testkit/constellation/members';
import { DEMONSTRATION_OFFICERS } from '@entente/testkit/officers';

const BATCH = 2_000;
const CATEGORY = 'wanted-for-arrest';
const AUTHOR = DEMONSTRATION_OFFICERS.find(({ roles }) => roles.includes('contact-point-officer'))!.id;

/** The last alert that was written, and how to ask about the person it means. */
export interface Filled {
  reference: string;
  about: AskedAbout;
}

/** Writes alerts that every rule accepts straight into an empty store, sealed, in force and for all members. */
export async function fillAlerts({ pool, sealing }: OpenDatabase, state: string, count: number): Promise<Filled> {
  const began = new Date(Date.now() - 60_000);
  let last: Row | undefined;
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) =>
      makeRow(sealing, state, from + at, began),
    );
    const column = (name: keyof Row) => rows.map((row) => row[name]);
    await pool.query(INSERT, [
      column('id'),
      column('reference'),
      column('expires'),
      column('review'),
      column('personal'),
      column('action'),
      AUTHOR,
      state,
      began,
      CATEGORY,
    ]);
    last = rows.at(-1);
  }
  await pool.query('VACUUM (ANALYZE) alerts.alert, alerts.version');
  return { reference: last!.reference, about: aboutOf(last!.content) };
}

type Row = ReturnType<typeof makeRow>;

function makeRow(sealing: OpenDatabase['sealing'], state: string, number: number, began: Date) {
  const id = firstIdOf(began).slice(0, 24) + number.toString(16).padStart(12, '0');
  const clock = { now: () => began, forward: () => {} };
  const content: AlertContent = {
    ...lawfulOf({ state, clock }, CATEGORY, number, { kind: 'person' }),
    audience: { kind: 'all-members' },
  };
  return {
    id,
    reference: `${state}-${began.getUTCFullYear()}-${String(number + 1).padStart(7, '0')}`,
    expires: new Date(`${content.expiresOn}T18:00:00Z`),
    review: new Date(`${content.reviewOn}T18:00:00Z`),
    action: content.action,
    personal: sealing.seal(VERSION.place(id, 1), { content, considered: [] }),
    content,
  };
}

/** By name and birth date, as an officer with a case asks. */
function aboutOf({ subject }: AlertContent): AskedAbout {
  if (subject.kind !== 'person') throw new Error('the benchmark writes alerts on persons');
  const { names, birthDates } = subject.identities[0]!;
  return { by: 'identity', names: [names[0]!.full], birthDate: birthDates[0]!.date };
}

const INSERT = `
  WITH made AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::bytea[], $6::text[])
      AS made (id, reference, expires, review, personal, action)
  ), alerts AS (
    INSERT INTO alerts.alert (id, reference, owner, kind, category, action, status, current, author, authority, created_at,
      updated_at, in_force_at, expires_at, review_at, audience)
    SELECT id, reference, $8, 'person', $10, action, 'in-force', 1, $7::uuid, 'contact-point', $9::timestamptz,
      $9::timestamptz, $9::timestamptz, expires, review, 'all-members' FROM made
    RETURNING id
  )
  INSERT INTO alerts.version (alert, number, kind, state, authors, saved_at, personal)
  SELECT made.id, 1, 'issue', 'approved', ARRAY[$7::uuid], $9::timestamptz, personal FROM made JOIN alerts USING (id)`;
