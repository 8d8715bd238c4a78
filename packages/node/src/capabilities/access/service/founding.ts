import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { recordEvent } from '../../audit/index.ts';
import type { Authority, Founding, NewOfficer } from '../model.ts';
import { operatorAttribution } from '../rules/attribution.ts';
import { putAuthority } from '../store/authorities.ts';
import { insertFounding, readFounding } from '../store/founding.ts';
import { enterOfficer } from './enter-officer.ts';

export interface FoundingParts {
  db: Database;
  clock: Clock;
}

/** The node is another state's, or has been founded before; the message says what to do. */
export class FoundingRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FoundingRefused';
  }
}

/** What the node was founded as; a node that starts for the first time is founded now, and is no demonstration. */
export async function ensureFounded({ db, clock }: FoundingParts, state: string): Promise<Founding> {
  const founding = await db.transaction().execute(async (tx) => {
    const founding = { state, demonstration: false, foundedAt: clock.now() };
    if (!(await insertFounding(tx, founding))) return await readFounding(tx);
    await recordEvent(tx, {
      at: founding.foundedAt,
      ...operatorAttribution('serve'),
      event: 'access.node-founded',
      outcome: 'done',
      facts: { state, demonstration: false },
    });
    return founding;
  });
  if (founding?.state !== state) {
    throw new FoundingRefused(
      `This database is the node of ${founding?.state}, but ENTENTE_STATE says ${state}. Correct ENTENTE_STATE, or give this node a database and a data folder of its own.`,
    );
  }
  return founding;
}

/**
 * Founds the node as a demonstration with its invented authorities and officers, in one transaction.
 * Officers have no password: the one-click sign-in is the only way in.
 */
export async function foundDemonstration(
  { db, clock }: FoundingParts,
  demonstration: { state: string; authorities: Authority[]; officers: Omit<NewOfficer, 'passwordHash'>[] },
): Promise<void> {
  const by = operatorAttribution('demonstration');
  const { state } = demonstration;
  await db.transaction().execute(async (tx) => {
    const foundedAt = clock.now();
    if (!(await insertFounding(tx, { state, demonstration: true, foundedAt }))) {
      throw new FoundingRefused('This node has been founded before; a demonstration needs an empty database.');
    }
    await recordEvent(tx, {
      at: foundedAt,
      ...by,
      event: 'access.node-founded',
      outcome: 'done',
      facts: { state, demonstration: true },
    });
    for (const authority of demonstration.authorities) await putAuthority(tx, authority);
    for (const officer of demonstration.officers) {
      await enterOfficer(tx, { clock, by }, { ...officer, passwordHash: null });
    }
  });
}
