import { LeafContent } from '@entente/contracts/audit';
import { serialiseCanonical } from '@entente/crypto/canonical';
import { createSalt } from '@entente/crypto/commitment';
import { hashLeaf } from '@entente/crypto/tlog/hash';
import { createIdSource } from '@entente/crypto/uuid7';
import { Compile } from 'typebox/compile';
import type { Tx } from '../../../platform/database/database.ts';
import type { AuditEntry } from '../model.ts';
import { composeLeaf } from '../rules.ts';
import { insertWithParts, type NewRecord } from '../store/parts.ts';

const createId = createIdSource();
const contract = Compile(LeafContent);

/**
 * Records what was done, in the caller's transaction: both stand or neither does. Returns the record's
 * id; its place in the tree follows within a second of the commit.
 */
export async function recordEvent(tx: Tx, entry: AuditEntry): Promise<{ id: string }> {
  const [id] = await recordEvents(tx, [entry]);
  return { id: id! };
}

/** Records many things at once, each as a leaf of its own, in one statement. Returns the ids in the order of the entries. */
export async function recordEvents(tx: Tx, entries: readonly AuditEntry[]): Promise<string[]> {
  const records = entries.map(composeRecord);
  await insertWithParts(tx, records);
  return records.map(({ id }) => id);
}

function composeRecord(entry: AuditEntry): NewRecord {
  const chance = {
    id: createId(entry.at),
    salt: createSalt(),
    partSalts: (entry.parts ?? []).map(createSalt),
  };
  const { content, parts } = composeLeaf(entry, chance);
  if (!contract.Check(content)) {
    const { instancePath, message } = contract.Errors(content)[0]!;
    throw new TypeError(`the audit entry ${entry.event} breaks its contract: ${instancePath} ${message}`);
  }
  const text = serialiseCanonical(content);
  return { id: content.id, content: text, leafHash: hashLeaf(text), parts };
}
