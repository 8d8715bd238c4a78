import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { CASES_PROBLEMS } from '../../problems.ts';
import { deleteWaiting, lockWaiting } from '../../store/files.ts';
import { lockFollowUp } from '../../store/follow-ups.ts';
import type { CasesParts } from '../parts.ts';
import { requireOpen } from '../readable.ts';

/** Takes a file away that its officer uploaded and no message has taken up. */
export async function removeFile(parts: CasesParts, asking: Asking, id: string, file: string): Promise<void> {
  await parts.db.transaction().execute(async (tx) => {
    requireOpen(parts, asking, await lockFollowUp(tx, id));
    const waiting = await lockWaiting(tx, { followUp: id, officer: asking.officer.id });
    if (!waiting.includes(file)) throw new Problem(CASES_PROBLEMS['unknown-case-file']);
    await deleteWaiting(tx, id, file);
    await parts.exchange.files.erase(tx, [file]);
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event: 'cases.file-removed',
      outcome: 'done',
      subject: { kind: 'case', ref: id },
      facts: { file },
    });
  });
}
