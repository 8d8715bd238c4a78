import type { UploadedFile } from '@entente/contracts/cases/files';
import { type Asking, attribution } from '../../../access/index.ts';
import { recordEvent } from '../../../audit/index.ts';
import { fileName } from '../../rules/file-name.ts';
import { insertWaiting, lockWaiting } from '../../store/files.ts';
import { lockFollowUp } from '../../store/follow-ups.ts';
import type { CasesParts } from '../parts.ts';
import { requireOpen } from '../readable.ts';
import { recordingRefusals, refuseBy } from '../refusal.ts';
import { checkContent } from './check-content.ts';

/** Files of one case that wait for a message. */
const MOST_WAITING = 20;

/** Takes a file in that is to go with a message: what it is by its bytes, sealed as it is stored. */
export async function addFile(
  parts: CasesParts,
  asking: Asking,
  id: string,
  { name: given, mediaType, bytes }: { name: string; mediaType: string; bytes: Buffer },
): Promise<UploadedFile> {
  const { db, clock, exchange } = parts;
  return await recordingRefusals(parts, asking, { step: 'add-file', id }, () =>
    db.transaction().execute(async (tx) => {
      const of = requireOpen(parts, asking, await lockFollowUp(tx, id));
      if (of.closedAt) refuseBy([{ rule: 'case-closed', pointer: '' }]);
      const fault = checkContent(mediaType, bytes);
      if (fault) refuseBy([{ rule: fault, pointer: '/file' }]);
      if ((await lockWaiting(tx, { followUp: id })).length >= MOST_WAITING) {
        refuseBy([{ rule: 'too-many-files', pointer: '/file' }]);
      }
      const name = fileName(given, mediaType);
      const kept = await exchange.files.keep(tx, [bytes], { name, mediaType, holder: 'cases' });
      const at = clock.now();
      await insertWaiting(tx, { file: kept.id, followUp: id, officer: asking.officer.id, at });
      await recordEvent(tx, {
        ...attribution(asking),
        at,
        event: 'cases.file-added',
        outcome: 'done',
        subject: { kind: 'case', ref: id },
        facts: { file: kept.id, mediaType, size: kept.size },
      });
      return { ...kept, name, mediaType };
    }),
  );
}
