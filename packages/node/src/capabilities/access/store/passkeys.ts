import type { Selectable } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { Passkey } from '../model.ts';
import { PASSKEY } from './sealed-tables.ts';
import { type AccessTables, tablesOf } from './tables.ts';

/** False when the credential is entered already, whoever's it is. */
export async function insertPasskey(tx: Tx, passkey: Passkey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('access.passkey')
    .values({
      id: passkey.id,
      officer: passkey.officerId,
      credential_id: Buffer.from(passkey.credentialId),
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
      synced: passkey.synced,
      entered_at: passkey.enteredAt,
      last_used_at: passkey.lastUsedAt,
      personal: sealingOf(tx).seal(PASSKEY.place(passkey.id), { label: passkey.label }),
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const passkeys = (db: Database | Tx) => tablesOf(db).selectFrom('access.passkey').selectAll();

function readRow(db: Database | Tx, row: Selectable<AccessTables['access.passkey']>): Passkey {
  return {
    id: row.id,
    officerId: row.officer,
    label: sealingOf(db).open<{ label: string }>(PASSKEY.place(row.id), row.personal).label,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports,
    synced: row.synced,
    enteredAt: row.entered_at,
    lastUsedAt: row.last_used_at,
  };
}

/** An officer's passkeys, the oldest first. */
export async function listPasskeys(db: Database | Tx, officerId: string): Promise<Passkey[]> {
  const rows = await passkeys(db).where('officer', '=', officerId).orderBy('entered_at').orderBy('id').execute();
  return rows.map((row) => readRow(db, row));
}

export async function findPasskeyByCredential(
  db: Database | Tx,
  credentialId: Uint8Array,
): Promise<Passkey | undefined> {
  const row = await passkeys(db).where('credential_id', '=', Buffer.from(credentialId)).executeTakeFirst();
  return row && readRow(db, row);
}

/** The passkey, whose row stays locked until the transaction ends. */
export async function lockPasskeyRow(tx: Tx, id: string): Promise<Passkey | undefined> {
  const row = await passkeys(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && readRow(tx, row);
}

/** How many passkeys each officer has; officers without any are left out. */
export async function countPasskeys(db: Database | Tx, officerIds: string[]): Promise<Map<string, number>> {
  if (officerIds.length === 0) return new Map();
  const rows = await tablesOf(db)
    .selectFrom('access.passkey')
    .select((of) => ['officer', of.fn.countAll<number>().as('count')])
    .where('officer', 'in', officerIds)
    .groupBy('officer')
    .execute();
  return new Map(rows.map((row) => [row.officer, row.count]));
}

export async function notePasskeyUsed(tx: Tx, id: string, counter: number, now: Date): Promise<void> {
  await tablesOf(tx).updateTable('access.passkey').set({ counter, last_used_at: now }).where('id', '=', id).execute();
}

export async function relabelPasskey(tx: Tx, id: string, label: string): Promise<void> {
  const personal = sealingOf(tx).seal(PASSKEY.place(id), { label });
  await tablesOf(tx).updateTable('access.passkey').set({ personal }).where('id', '=', id).execute();
}

export async function deletePasskey(tx: Tx, id: string): Promise<void> {
  await tablesOf(tx).deleteFrom('access.passkey').where('id', '=', id).execute();
}

/** Removes every passkey of an officer; returns how many there were. */
export async function deletePasskeysOf(tx: Tx, officerId: string): Promise<number> {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('access.passkey')
    .where('officer', '=', officerId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
