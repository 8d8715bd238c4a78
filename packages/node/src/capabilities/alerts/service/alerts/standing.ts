import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { StoredAlert, StoredVersion } from '../../model.ts';
import type { Standing } from '../../rules/lifecycle.ts';
import { listPhotographs } from '../../store/photographs.ts';
import { readLastStep } from '../../store/steps.ts';
import { readVersion } from '../../store/versions.ts';

/** An alert with the versions that matter now. */
export interface WholeAlert {
  alert: StoredAlert;
  current: StoredVersion | null;
  pending: StoredVersion | null;
  standing: Standing;
  /** How many photographs it has. */
  photographs: number;
}

/** Reads what the next step depends on. */
export async function readWhole(tx: Database | Tx, alert: StoredAlert): Promise<WholeAlert> {
  const read = (number: number | null) => (number === null ? null : readVersion(tx, alert.id, number));
  const [current, pending, last] = [
    await read(alert.current),
    await read(alert.pending),
    await readLastStep(tx, alert.id),
  ];
  const photographs = (await listPhotographs(tx, [alert.id])).get(alert.id)?.length ?? 0;
  const standing = standingOf(alert, pending, last?.at ?? alert.createdAt);
  return { alert, current, pending, standing, photographs };
}

function standingOf(alert: StoredAlert, pending: StoredVersion | null, lastStepAt: Date): Standing {
  return {
    kind: alert.kind,
    status: alert.status,
    pending: pending && {
      kind: pending.kind,
      state: pending.state === 'in-review' ? 'in-review' : 'draft',
      authors: pending.authors,
    },
    disputed: alert.disputedAt !== null,
    lastStepAt,
    expiresAt: alert.expiresAt,
    ...(alert.node !== null && {
      held: { acceptance: alert.acceptance, flagged: alert.flagAction !== null },
    }),
  };
}
