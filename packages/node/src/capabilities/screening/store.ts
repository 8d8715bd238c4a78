import { sealingOf, type Tx } from '../../platform/database/database.ts';
import { sealedTable } from '../../platform/sealing/sealed-table.ts';
import type { CheckRecord } from './model/kept.ts';

const CHECK = sealedTable('screening.check', ['id']);

/** The tables of this room with a sealed column. */
export const SEALED_TABLES = [CHECK];

interface CheckTable {
  id: string;
  at: Date;
  officer_id: string;
  outcome: CheckRecord['outcome'];
  read_as: CheckRecord['readAs'];
  exact_document: number;
  strong: number;
  possible: number;
  commitment: Buffer;
  record_id: string;
  personal: Buffer | null;
}

type Tables = { 'screening.check': CheckTable };

/** Keeps a check, in the transaction of its audit record. */
export async function insertCheck(tx: Tx, check: CheckRecord): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('screening.check')
    .values({
      id: check.id,
      at: check.at,
      officer_id: check.officerId,
      outcome: check.outcome,
      read_as: check.readAs,
      exact_document: check.counts['exact-document'],
      strong: check.counts.strong,
      possible: check.counts.possible,
      commitment: Buffer.from(check.commitment, 'hex'),
      record_id: check.recordId,
      personal: sealingOf(tx).seal(CHECK.place(check.id), check.personal),
    })
    .execute();
}
