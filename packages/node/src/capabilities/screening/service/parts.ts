import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Access } from '../../access/index.ts';
import type { Membership } from '../../membership/index.ts';
import type { Wording } from '../rules/alert-candidate.ts';
import type { ScreeningMetrics } from './metrics.ts';
import type { OversightKey } from './oversight-key.ts';
import type { Watch } from './watch.ts';

/** What the services of screening work with. */
export interface ScreeningParts {
  db: Database;
  clock: Clock;
  membership: Membership;
  access: Pick<Access, 'decide'>;
  watch: Watch;
  wording: Wording;
  oversight: OversightKey;
  metrics: ScreeningMetrics;
}
