import { readAct } from '@entente/crypto/act/act';
import { foldAct } from '@entente/crypto/act/fold';
import type { Register } from '@entente/crypto/act/register';
import { foldActs } from '@entente/crypto/act/register-file';
import { Refusal } from '@entente/crypto/refusal';
import type { Database } from '../../../platform/database/database.ts';
import type { Standing } from '../model/standing.ts';
import { readActRows, readStandingRow, type StandingRow } from '../store/acts.ts';

/** The acts in the database are no chain from the pinned one: somebody has changed them. Not what an act from outside is refused with. */
export class StoredRegisterError extends Error {
  constructor(cause: Refusal) {
    super(
      `The acts in the database do not prove themselves: ${cause.message} [${cause.code}]. Restore the database from a backup; compare it with the register of another member (entente register verify).`,
      { cause },
    );
    this.name = 'StoredRegisterError';
  }
}

/** The register as stored, folded on from what is known; null on a node in no organisation. Throws StoredRegisterError. */
export async function readStanding(db: Database, known: Standing | null): Promise<Standing | null> {
  const row = await readStandingRow(db);
  if (!row) return null;
  return { register: await foldStored(db, row, known?.register ?? null), pin: row.pin, self: row.node };
}

/** The stored acts as a register. What is stored must prove itself like what is received. Throws StoredRegisterError. */
export async function foldStored(db: Database, { pin }: StandingRow, known: Register | null): Promise<Register> {
  const rows = await readActRows(db, { after: known?.head.number ?? 0 });
  try {
    const acts = rows.map(({ line }) => readAct(line));
    return known ? acts.reduce(foldAct, known) : foldActs(acts, pin);
  } catch (error) {
    throw error instanceof Refusal ? new StoredRegisterError(error) : error;
  }
}
