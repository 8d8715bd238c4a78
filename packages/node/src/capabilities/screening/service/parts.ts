import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Access, Asking } from '../../access/index.ts';
import type { Membership } from '../../membership/index.ts';
import type { ConfirmedHit } from '../model/confirmed-hit.ts';
import type { Wording } from '../rules/alert-candidate.ts';
import type { DeskTraffic } from './desk-traffic.ts';
import type { ScreeningMetrics } from './metrics.ts';
import type { OversightKey } from './oversight-key.ts';
import type { Watch } from './watch.ts';

/** Told of a confirmed hit in the transaction that settled it: what it writes stands or falls with that. */
export type AnnounceHit = (tx: Tx, asking: Asking, hit: ConfirmedHit) => Promise<void>;

/** What the services of screening work with. */
export interface ScreeningParts {
  db: Database;
  clock: Clock;
  membership: Membership;
  access: Pick<Access, 'decide' | 'weighAgain'>;
  watch: Watch;
  wording: Wording;
  /** ISO 3166-1 alpha-2 of the state whose node this is. */
  ownState: string;
  /** Whether alerts may have changed elsewhere without this node's knowing: it was restored, and catches up. */
  isStale(): boolean;
  /** Hands a hit on to whoever follows it up. */
  announceHit: AnnounceHit;
  /** Checks of the desk under way, which come before those of a list. */
  desk: DeskTraffic;
  oversight: OversightKey;
  metrics: ScreeningMetrics;
}
