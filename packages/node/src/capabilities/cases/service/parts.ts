import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Access } from '../../access/index.ts';
import type { Exchange } from '../../exchange/index.ts';
import type { OpenMembership } from '../../membership/index.ts';

/** What the services of cases work with. */
export interface CasesParts {
  db: Database;
  clock: Clock;
  membership: Pick<OpenMembership, 'standing' | 'procedure' | 'limits' | 'categories' | 'actions'>;
  access: Pick<Access, 'decide'>;
  exchange: Pick<Exchange, 'send' | 'files' | 'eraseAbout' | 'findAskHit' | 'whyClosed'>;
  /** ISO 3166-1 alpha-2 of the state whose node this is. */
  ownState: string;
}
