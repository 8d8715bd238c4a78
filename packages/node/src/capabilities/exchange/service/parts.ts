import type { Register } from '@entente/crypto/act/register';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Log } from '../../../platform/log.ts';
import type { History } from '../../audit/index.ts';
import type { OpenMembership, Standing } from '../../membership/index.ts';
import type { Opened } from '../model/arrivals.ts';
import type { FindMeant } from '../model/asks.ts';
import type { OnPassed } from '../model/outbox.ts';
import type { Handlers } from './handlers.ts';
import type { Kept } from './kept.ts';
import type { ExchangeMetrics } from './metrics.ts';
import type { Regainers } from './opening/regainers.ts';

export { KEY_OVERLAP_MS } from '@entente/crypto/act/register';

/** What the room works with. */
export interface ExchangeParts {
  db: Database;
  clock: Clock;
  log: Log;
  membership: Pick<OpenMembership, 'standing' | 'keys' | 'refresh' | 'onRegisterChanged' | 'limits'>;
  handlers: Handlers;
  /** Whether this node's log may grow. */
  history: History;
  /** What rooms do again after a restore. */
  regainers: Regainers;
  /** Told within the transaction in which a restore has shown. */
  restored: ((tx: Tx) => Promise<void>)[];
  /** Told which rows of the outbox a node will never have. */
  passed: OnPassed[];
  /** Contents of envelopes just written, by the row's id. */
  written: Kept<string>;
  /** Envelopes just stored, by sender and number. */
  arrived: Kept<Opened>;
  metrics: ExchangeMetrics;
  /** What questions of other nodes are put to; none is answered before there is one. */
  findMeant?: FindMeant | undefined;
}

/** The standing of a node that exchanges envelopes; whoever calls has seen that there is one. */
export function standingOf({ membership }: Pick<ExchangeParts, 'membership'>): Standing {
  const standing = membership.standing();
  if (!standing) throw new Error('This node is in no organisation and exchanges nothing');
  return standing;
}

/** Number and hash of the act a register ends with, as nodes tell each other. */
export function headOf({ head }: Register): { number: number; hash: string } {
  return { number: head.number, hash: head.hash };
}
