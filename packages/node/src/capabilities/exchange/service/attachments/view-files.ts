import { chunkCount } from '@entente/crypto/sealed-chunks/sizes';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Enclosed, FileView, StoredFile } from '../../model/files.ts';
import { type OutcomeRow, readOutcomes } from '../../store/attachments/enclosures.ts';
import { readFiles } from '../../store/attachments/files.ts';

/** How files stand here, by their ids. */
export async function viewFiles(db: Database | Tx, ids: readonly string[]): Promise<Map<string, FileView>> {
  return new Map([...(await readFiles(db, ids))].map(([id, file]) => [id, viewFile(file)]));
}

const SHOWN = { making: 'coming', taken: 'here' } as const;

function viewFile({ id, state, size, chunks, failure, personal }: StoredFile): FileView {
  return {
    id,
    name: personal?.name ?? '',
    mediaType: personal?.mediaType ?? '',
    size,
    state: state === 'making' || state === 'taken' ? SHOWN[state] : state,
    share: state === 'coming' ? chunks / chunkCount(size) : 1,
    failure,
  };
}

/** What the other side says of the files of these rows of the outbox, by the row that was asked about. */
export async function viewEnclosed(db: Database | Tx, outbox: readonly string[]): Promise<Map<string, Enclosed[]>> {
  const rows = await readOutcomes(db, outbox);
  return new Map([...Map.groupBy(rows, ({ asked }) => asked)].map(([asked, of]) => [asked, of.map(viewOutcome)]));
}

function viewOutcome({ file, outcome, code }: OutcomeRow): Enclosed {
  if (outcome === null) return { file, outcome: null };
  return { file, outcome: outcome === 'here' ? { here: true } : { here: false, code: code! } };
}
