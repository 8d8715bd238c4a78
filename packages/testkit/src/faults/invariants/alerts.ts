import { isDeepStrictEqual } from 'node:util';
import { SEALED_TABLES } from '@entente/node/capabilities/alerts/index';
import { sealingOf } from '@entente/node/platform/database/database';
import { sql } from 'kysely';
import { type AtRest, pairsOf, type Resting } from './state.ts';

const VERSION = SEALED_TABLES.find(({ name }) => name === 'alerts.version')!;

type Own = { id: string; reference: string; status: string; version: number; told: string | null; toldVersion: number };
type Held = { id: string; reference: string; status: string; version: number; revision: number; steps: number };

/** Every holder agrees with the owner on each alert: whether it is in force, in which version, and on every word of it. */
export async function checkAlerts(rest: AtRest): Promise<string[]> {
  const faults: string[] = [];
  for (const { from: owner, to: holder } of pairsOf(rest)) {
    const own = await readOwn(owner, holder);
    const held = new Map((await readHeld(holder, owner)).map((alert) => [alert.reference, alert]));
    for (const alert of own) {
      const fault = await faultOf(owner, alert, holder, held.get(alert.reference));
      if (fault) faults.push(`${alert.reference} at ${holder.id}: ${fault}`);
      held.delete(alert.reference);
    }
    for (const { reference, status } of held.values()) {
      // What was issued and erased since the backup is not known to a restored owner, and nothing here says anything of it.
      if (status !== 'deleted') faults.push(`${reference} at ${holder.id}: ${owner.id} knows nothing of it`);
    }
  }
  return faults;
}

/** What is wrong with an alert at a holder. */
async function faultOf(owner: Resting, own: Own, holder: Resting, held: Held | undefined): Promise<string | undefined> {
  if (own.told === null) {
    if (own.status === 'in-force') return 'it is in force, for this holder, who was not told';
    return held && 'it is held without having been circulated';
  }
  const expected = own.status === 'in-force' ? 'circulated' : own.status;
  if (own.told !== expected) return `it is ${own.status}, and the holder was told "${own.told}"`;
  // A holder that was restored may never have had what is erased.
  if (!held) return own.status === 'deleted' ? undefined : 'it is not held';
  if (held.status !== own.status) return `it is ${own.status} at its owner and ${held.status} here`;
  if (own.status !== 'in-force') return undefined;
  if (held.version !== own.version) return `it is held in version ${held.version}, and in force in ${own.version}`;
  const { audience: _, ...content } = await readContent(owner, own);
  return isDeepStrictEqual(content, await readContent(holder, held)) ? undefined : 'it says something else here';
}

/** The owner's alerts that were in force once and are, or were, for the holder. */
async function readOwn(owner: Resting, holder: Resting): Promise<Own[]> {
  const { rows } = await sql<Own>`
    SELECT id, reference, status, current AS version, told, version AS "toldVersion"
    FROM alerts.alert LEFT JOIN alerts.circulation ON circulation.alert = id AND circulation.node = ${holder.id}
    WHERE alert.node IS NULL AND current IS NOT NULL
      AND (told IS NOT NULL OR audience = 'all-members' OR ${holder.state} = ANY(addressees))`.execute(owner.db);
  return rows;
}

async function readHeld(holder: Resting, owner: Resting): Promise<Held[]> {
  const { rows } = await sql<Held>`
    SELECT id, reference, status, current AS version, owner_revision AS revision,
      (SELECT count(*) FROM alerts.step WHERE step.alert = alert.id) AS steps
    FROM alerts.alert WHERE node = ${owner.id}`.execute(holder.db);
  return rows;
}

async function readContent({ db }: Resting, { id, version }: Own | Held): Promise<{ audience?: unknown }> {
  const { rows } = await sql<{ personal: Buffer }>`
    SELECT personal FROM alerts.version WHERE alert = ${id} AND number = ${version}`.execute(db);
  const { content } = sealingOf(db).open<{ content: { audience?: unknown } }>(
    VERSION.place(id, version),
    rows[0]!.personal,
  );
  return content;
}
