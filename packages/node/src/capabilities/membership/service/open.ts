import type { Pool } from 'pg';
import type { Background } from '../../../platform/background.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Log } from '../../../platform/log.ts';
import { followRegister } from '../jobs.ts';
import type { Standing } from '../model/standing.ts';
import { openKnownRegister, type RegisterListener } from './known-register.ts';
import { chooseOwnKeys, type OwnKeys } from './own-keys.ts';
import { loadMembership, type Membership } from './profile.ts';

/** What other rooms may know of the organisation: its profile, and the register as it stands. */
export interface OpenMembership extends Membership {
  /** Null while the node is in no organisation; all that needs none works as ever. */
  standing(): Standing | null;
  /**
   * Told when the register has a new head, when the node joins, and when something adopted ahead takes effect or ends. Returns
   * what ends it.
   */
  onRegisterChanged(listener: RegisterListener): () => void;
  /** The node's own keys, chosen by the register as it stands. */
  keys: OwnKeys;
  /** Reads now what has been committed; for whoever has adopted an act and cannot wait for the notice. */
  refresh(): Promise<void>;
}

export interface MembershipParts {
  /** The folder of the organisation's profile. */
  profile: string;
  db: Database;
  pool: Pool;
  clock: Clock;
  log: Log;
}

/**
 * Opens the organisation's profile and the register; `following` is the background work that keeps the register current with
 * acts that other processes adopt. Throws a ProfileError, and a Refusal where the stored acts do not prove themselves.
 */
export async function openMembership(parts: MembershipParts): Promise<OpenMembership & { following: Background }> {
  const profile = await loadMembership(parts.profile);
  const known = await openKnownRegister(parts);
  return {
    ...profile,
    standing: known.standing,
    onRegisterChanged: known.onChanged,
    keys: chooseOwnKeys(known, parts.clock),
    refresh: known.refresh,
    following: followRegister(known, parts),
  };
}
