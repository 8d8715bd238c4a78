import type { Tx } from '../../../../platform/database/database.ts';
import type { StoredAlert } from '../../model.ts';
import { emptyContent } from '../../rules/empty-content.ts';
import { deleteAwaited } from '../../store/awaited-photographs.ts';
import { deletePhotographs } from '../../store/photographs.ts';
import { eraseStepWords } from '../../store/steps.ts';
import { eraseVersions } from '../../store/versions.ts';
import type { AlertParts } from './parts.ts';

/** Erases everything personal of an alert: contents, reasons, photographs and the files they travel as, and what envelopes said of it. Reference, category, dates and steps stay. */
export async function eraseAlert(
  tx: Tx,
  { exchange }: Pick<AlertParts, 'exchange'>,
  { id, category, kind, reference, node }: StoredAlert,
): Promise<void> {
  await eraseVersions(tx, id, emptyContent(category, kind));
  await eraseStepWords(tx, id);
  const files = [...(await deletePhotographs(tx, id)), ...(await deleteAwaited(tx, id))];
  await exchange.files.erase(tx, files);
  await exchange.eraseAbout(tx, reference, node);
}
