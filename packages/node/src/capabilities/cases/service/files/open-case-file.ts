import { Problem } from '../../../../platform/problem.ts';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { OpenFile } from '../../../exchange/index.ts';
import { CASES_PROBLEMS } from '../../problems.ts';
import { fileName } from '../../rules/file-name.ts';
import { findFile } from '../../store/files.ts';
import { findFollowUp } from '../../store/follow-ups.ts';
import type { CasesParts } from '../parts.ts';
import { requireOpen } from '../readable.ts';

/** A file of a case, to be read chunk by chunk; that it was opened is on record before its first byte goes out. */
export async function openCaseFile(parts: CasesParts, asking: Asking, id: string, file: string): Promise<OpenFile> {
  const { db, clock, exchange } = parts;
  await db.transaction().execute(async (tx) => {
    requireOpen(parts, asking, await findFollowUp(tx, id));
    const found = await findFile(tx, file);
    const isHere = (await exchange.files.view(tx, [file])).get(file)?.state === 'here';
    if (found?.followUp !== id || !isHere) throw new Problem(CASES_PROBLEMS['unknown-case-file']);
    await recordEvent(tx, {
      ...attribution(asking),
      at: clock.now(),
      event: 'cases.file-opened',
      outcome: 'done',
      subject: { kind: 'case', ref: id },
      facts: { file },
    });
  });
  const opened = await exchange.files.open(db, file);
  if (!opened) throw new Problem(CASES_PROBLEMS['unknown-case-file']);
  return { ...opened, name: fileName(opened.name, opened.mediaType) };
}
