import type { CirculatedPhotograph } from '@entente/contracts/alerts/circulated';
import type { Tx } from '../../../../platform/database/database.ts';
import type { StoredAlert } from '../../model.ts';
import { listPhotographs, readPhotograph, type StoredPhotograph, setPhotographFile } from '../../store/photographs.ts';
import type { AlertParts } from '../alerts/parts.ts';

/** A photograph that goes to others, and the file it goes as. */
export interface TravellingPhotograph extends CirculatedPhotograph {
  file: string;
}

/**
 * The photographs of an alert that have passed review with the version in force, each with the file it travels as: made the first time,
 * the same for every receiver and every later version.
 */
export async function travellingPhotographs(
  tx: Tx,
  { exchange }: Pick<AlertParts, 'exchange'>,
  { id, kind, current }: Pick<StoredAlert, 'id' | 'kind' | 'current'>,
): Promise<TravellingPhotograph[]> {
  if (kind !== 'person' || current === null) return [];
  const photographs = (await listPhotographs(tx, [id])).get(id) ?? [];
  const travelling: TravellingPhotograph[] = [];
  for (const photograph of photographs) {
    if (photograph.version > current) continue;
    const file = photograph.file ?? (await makeFile(tx, exchange, photograph));
    travelling.push({ id: photograph.id, identity: photograph.identity, file });
  }
  return travelling;
}

async function makeFile(
  tx: Tx,
  { files }: Pick<AlertParts['exchange'], 'files'>,
  { id, alert }: StoredPhotograph,
): Promise<string> {
  const jpeg = await readPhotograph(tx, alert, id);
  const wish = { name: 'photograph.jpg', mediaType: 'image/jpeg', holder: 'alerts' };
  const kept = await files.keep(tx, [jpeg!], wish);
  await setPhotographFile(tx, id, kept.id);
  return kept.id;
}
