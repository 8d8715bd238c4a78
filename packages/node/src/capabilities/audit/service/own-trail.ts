import type { LeafContent, OwnRecord, OwnRecordPage, OwnRecordQuery } from '@entente/contracts/audit';
import type { Attribution, StoredRecord } from '../model.ts';
import { countRecords, searchRecords } from '../store/records.ts';
import type { Audit } from './audit.ts';
import { filterOf } from './read.ts';

const PAGE = 50;

/**
 * What an officer did himself, newest first, without personal texts. He learns nothing by it that he did not
 * know, so that looking leaves no record; what others did about him is not in it.
 */
export async function readOwnTrail(
  { db }: Pick<Audit, 'db'>,
  { actor }: Attribution,
  query: OwnRecordQuery,
): Promise<OwnRecordPage> {
  const limit = query.limit ?? PAGE;
  const filter = filterOf({ from: query.from, to: query.to, event: query.event, actor: actor.id });
  const records = await searchRecords(db, filter, { before: query.cursor, limit });
  return {
    records: records.map(viewOwn),
    next: records.length === limit ? records.at(-1)!.id : null,
    total: await countRecords(db, filter),
  };
}

function viewOwn({ content, position }: StoredRecord): OwnRecord {
  const { salt: _, actor: __, parts: ___, ...shown } = JSON.parse(content) as LeafContent;
  return { ...shown, index: position };
}
