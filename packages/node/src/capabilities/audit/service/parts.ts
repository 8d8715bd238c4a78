import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { NameActors } from '../model.ts';
import type { LogKey } from './log-key.ts';

/** What the room works with. */
export interface AuditParts {
  db: Database;
  clock: Clock;
  key: LogKey;
  nameActors: NameActors;
}
