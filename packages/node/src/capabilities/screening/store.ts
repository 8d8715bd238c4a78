import type { Tx } from '../../platform/database/database.ts';
import type { CheckPersonal, CheckRecord } from './model/kept.ts';

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
  personal: CheckPersonal | string | null;
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
      personal: JSON.stringify(check.personal),
    })
    .execute();
}
