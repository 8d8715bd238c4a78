import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundDemonstration, operatorAttribution, readFounding } from '@entente/node/capabilities/access/index';
import { startImport, stateBasis, viewLists } from '@entente/node/capabilities/alerts/index';
import type { Foundation } from '@entente/node/compose';
import { castOf } from './demonstration/casts.ts';
import { DEMONSTRATION_AUTHORITIES } from './officers.ts';
import { writeDemonstrationList } from './people/demonstration-list.ts';

/** The lists that answer at the desk from the first day; US, EU and UK lists stay silent until an administrator states their basis. */
const BASES = [
  { list: 'invented', action: 'inform', legalBasis: 'Order on the demonstration of border checks (invented)' },
  {
    list: 'un-sc',
    action: 'freeze',
    legalBasis: 'Charter of the United Nations, Chapter VII, and the act that gives its measures effect (invented)',
  },
] as const;

/**
 * Founds the demonstration in an empty database: officers, the basis of two lists, the invented list by the real import.
 * Each step is one transaction and the import is the last, so that a founding that was cut short is completed by the next
 * start, and a complete one is left as the officers have made it.
 */
export async function foundDemonstrationNode({ config, database, clock, log }: Foundation): Promise<void> {
  const { db } = database;
  const attribution = operatorAttribution('demonstration');
  const founding = await readFounding(db);
  if (founding && !founding.demonstration) {
    throw new Error(
      `The node in ${config.dataDir} is no demonstration and cannot become one. Run it with entente serve, or set ENTENTE_DATA_DIR to an empty folder.`,
    );
  }
  if (!founding) {
    const officers = { authorities: DEMONSTRATION_AUTHORITIES, officers: castOf(config) };
    await foundDemonstration({ db, clock }, { state: config.state, ...officers });
  }
  const lists = await viewLists(db);
  if (lists.find(({ id }) => id === 'invented')?.lastImport) return;
  for (const { list, ...basis } of BASES) await stateBasis({ db, clock }, list, basis, attribution);
  await importInventedList({ db, clock, log }, attribution);
}

type ImportParts = Parameters<typeof startImport>[0];

async function importInventedList(
  parts: ImportParts,
  attribution: ReturnType<typeof operatorAttribution>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-demonstration-'));
  try {
    const path = join(folder, 'invented.xml');
    await writeFile(path, writeDemonstrationList());
    const request = { format: 'un-sc', list: 'invented', paths: [path], attribution, confirmRemovals: false } as const;
    const { done } = await startImport(parts, request);
    const { state, failure } = await done;
    if (state !== 'done') throw new Error(`The invented list could not be imported: ${failure?.detail ?? state}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
