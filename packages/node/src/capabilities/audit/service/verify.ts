import { type Trust, type Verdict, verifyLog } from '@entente/crypto/log/verify';
import type { Database } from '../../../platform/database/database.ts';
import { readWholeLog } from '../store/whole-log.ts';
import { readVerifierKey } from './log-key.ts';

/** The verdict, and whether the node's own key file was at hand to check by. */
export interface StoredVerdict {
  verdict: Verdict;
  keyFileFound: boolean;
}

/**
 * Recomputes the whole stored log in one snapshot, beside a running node or without one. The key to go
 * by is the one given, else the node's own from its key file, else what the log itself names.
 * Undefined for a node that has no log yet.
 */
export async function verifyStoredLog(db: Database, keyFile: string, trust: Trust): Promise<StoredVerdict | undefined> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const source = await readWholeLog(tx);
      if (source === undefined) return undefined;
      const own = trust.verifierKey === undefined ? await readVerifierKey(keyFile, source.origin) : undefined;
      const verdict = await verifyLog(source, { ...trust, verifierKey: trust.verifierKey ?? own });
      return { verdict, keyFileFound: own !== undefined };
    });
}
