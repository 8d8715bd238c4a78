import { sql } from 'kysely';
import { type Database, sealingOf } from '../../../../platform/database/database.ts';
import { INBOX } from '../sealed-tables.ts';

/** An envelope that came here, with the receipts given for it. */
export interface ReceivedHere {
  node: string;
  seq: number;
  record: string;
  receipt: string;
  decided: string | null;
  /** The sender's, over id and place; null of what came before it was kept apart. */
  signature: Uint8Array | null;
  /** Signature and bytes; null once erased, and where they were not asked for. */
  packed: Uint8Array | null;
}

/** The envelope with this id; undefined where none came. Its content is opened only if it is asked for. */
export async function findReceived(
  db: Database,
  envelope: string,
  { content }: { content: boolean },
): Promise<ReceivedHere | undefined> {
  const { rows } = await sql<Omit<ReceivedHere, 'packed'> & { personal: Buffer | null }>`
    SELECT node, seq, record, receipt, signature, personal,
      (SELECT line FROM exchange.receipt_given AS given
        WHERE given.node = inbox.node AND given.seq = inbox.seq AND status IN ('accepted', 'refused')) AS decided
    FROM exchange.inbox WHERE envelope = decode(${envelope}, 'hex')`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { personal, ...rest } = row;
  if (!content || personal === null) return { ...rest, packed: null };
  return { ...rest, packed: sealingOf(db).openBytes(INBOX.place(row.node, row.seq), personal) };
}
