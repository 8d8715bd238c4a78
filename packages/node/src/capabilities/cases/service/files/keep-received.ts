import type { Tx } from '../../../../platform/database/database.ts';
import { insertReceived } from '../../store/files.ts';
import type { CasesParts } from '../parts.ts';

/** Files of a message of the other side: the thread shows at once that they are coming, and keeps them as long as the case. */
export async function keepReceived(
  { exchange }: CasesParts,
  tx: Tx,
  of: { followUp: string; entry: string; at: Date },
  files: readonly string[],
): Promise<void> {
  await insertReceived(tx, of, files);
  await exchange.files.hold(tx, files, 'cases');
}
