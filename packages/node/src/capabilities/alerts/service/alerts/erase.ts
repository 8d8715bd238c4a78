import type { Tx } from '../../../../platform/database/database.ts';
import type { StoredAlert } from '../../model.ts';
import { emptyContent } from '../../rules/empty-content.ts';
import { deletePhotographs } from '../../store/photographs.ts';
import { eraseStepWords } from '../../store/steps.ts';
import { eraseVersions } from '../../store/versions.ts';

/** Erases everything personal of an alert: contents, reasons, photographs. Reference, category, dates and steps stay. */
export async function eraseAlert(tx: Tx, { id, category, kind }: StoredAlert): Promise<void> {
  await eraseVersions(tx, id, emptyContent(category, kind));
  await eraseStepWords(tx, id);
  await deletePhotographs(tx, id);
}
