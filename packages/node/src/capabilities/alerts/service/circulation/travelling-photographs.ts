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
 * The photographs of alerts that have passed review with the version in force, by alert, each with the file it travels as: made the
 * first time, the same for every receiver and every later version.
 */
export async function travellingPhotographs(
  tx: Tx,
  { exchange }: Pick<AlertParts, 'exchange'>,
  alerts: readonly Pick<StoredAlert, 'id' | 'kind' | 'current'>[],
): Promise<Map<string, TravellingPhotograph[]>> {
  const persons = alerts.filter(({ kind }) => kind === 'person');
  const stored = await listPhotographs(
    tx,
    persons.map(({ id }) => id),
  );
  const travelling = new Map<string, TravellingPhotograph[]>();
  for (const { id, current } of persons) {
    const reviewed = (stored.get(id) ?? []).filter(({ version }) => current !== null && version <= current);
    const files: TravellingPhotograph[] = [];
    for (const photograph of reviewed) {
      const file = photograph.file ?? (await makeFile(tx, exchange, photograph));
      files.push({ id: photograph.id, identity: photograph.identity, file });
    }
    travelling.set(id, files);
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
