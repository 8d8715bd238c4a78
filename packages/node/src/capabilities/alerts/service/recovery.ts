import type { ListId } from '@entente/contracts/alerts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { recordEvent } from '../../audit/index.ts';
import { endImport, findOpenImports, lockList, unlockList } from '../store/imports.ts';
import { ImportEnd } from './import-end.ts';

interface Parts {
  db: Database;
  clock: Clock;
}

/** Ends imports whose process is gone; nothing of them was committed. An import under way elsewhere is left alone. */
export async function recoverImports(parts: Parts): Promise<void> {
  const lists = new Set((await findOpenImports(parts.db)).map((open) => open.list));
  for (const list of lists) {
    await parts.db.connection().execute(async (connection) => {
      if (!(await lockList(connection, list))) return;
      try {
        await settleInterrupted(parts, list);
      } finally {
        await unlockList(connection, list);
      }
    });
  }
}

/** The same for one list, whose lock the caller holds: whoever had it before can no longer be at work. */
export async function settleInterrupted({ db, clock }: Parts, list: ListId): Promise<void> {
  for (const { id } of await findOpenImports(db, list)) {
    const { code, message: detail } = ImportEnd.interrupted();
    const at = clock.now();
    await db.transaction().execute(async (tx) => {
      if (!(await endImport(tx, id, { state: 'failed', at, failure: { code, detail } }))) return;
      await recordEvent(tx, {
        actor: { kind: 'node', id: 'node' },
        at,
        event: 'alerts.list-import-failed',
        outcome: 'failed',
        subject: { kind: 'import', ref: id },
        facts: { list, failure: code },
      });
    });
  }
}
