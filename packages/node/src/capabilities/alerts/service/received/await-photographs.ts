import type { CirculatedAlert } from '@entente/contracts/alerts/circulated';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ReceivedEnvelope } from '../../../exchange/index.ts';
import { deleteAwaited, insertAwaited } from '../../store/awaited-photographs.ts';
import { deletePhotograph, listPhotographs, setPhotographIdentity } from '../../store/photographs.ts';
import type { AlertParts } from '../alerts/parts.ts';

/**
 * Puts the photographs that a version names in the place of those held: what it names no more is deleted, what is held stays and does not
 * come a second time, and the others are awaited. What an older version announced and has not come is not waited for any more.
 */
export async function awaitPhotographs(
  tx: Tx,
  { exchange: { files } }: Pick<AlertParts, 'exchange'>,
  alert: string,
  { body, attachments }: Pick<ReceivedEnvelope<CirculatedAlert>, 'body' | 'attachments'>,
): Promise<void> {
  await files.erase(tx, await deleteAwaited(tx, alert));
  const named = (body.photographs ?? []).map((one, at) => ({ ...one, file: attachments[at]!.file }));
  const held = (await listPhotographs(tx, [alert])).get(alert) ?? [];
  for (const { id, ownersId } of held) {
    if (!named.some((one) => one.id === ownersId)) await deletePhotograph(tx, alert, id);
  }
  for (const { id: ownersId, identity, file } of named) {
    const here = held.find((one) => one.ownersId === ownersId);
    if (here) {
      await setPhotographIdentity(tx, here.id, identity);
      await files.skip(tx, [file]);
    } else await insertAwaited(tx, { file, alert, ownersId, identity });
  }
}
