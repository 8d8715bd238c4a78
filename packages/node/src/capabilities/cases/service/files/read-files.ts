import type { CaseFile } from '@entente/contracts/cases/files';
import type { Tx } from '../../../../platform/database/database.ts';
import type { FollowUp } from '../../model/case.ts';
import type { Entry } from '../../model/entry.ts';
import { showFile } from '../../rules/files.ts';
import { listFiles } from '../../store/files.ts';
import type { CasesParts } from '../parts.ts';

/** The files of a thread's messages, by entry, and how far each has come. */
export async function readFiles(
  tx: Tx,
  { files }: Pick<CasesParts['exchange'], 'files'>,
  { id }: FollowUp,
  entries: readonly Entry[],
): Promise<Map<string, CaseFile[]>> {
  const listed = await listFiles(tx, id);
  if (listed.length === 0) return new Map();
  const views = await files.view(
    tx,
    listed.map(({ file }) => file),
  );
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const carried = listed.flatMap(({ entry }) => byId.get(entry)?.outbox ?? []);
  const enclosed = new Map([...(await files.viewEnclosed(tx, carried)).values()].flat().map((one) => [one.file, one]));
  const shown = listed.flatMap(({ file, entry }) => {
    const view = views.get(file);
    const here = byId.get(entry)?.here ?? false;
    return view ? [{ entry, file: showFile(view, { here, there: enclosed.get(file) }) }] : [];
  });
  return new Map(
    [...Map.groupBy(shown, ({ entry }) => entry)].map(([entry, of]) => [entry, of.map(({ file }) => file)]),
  );
}
