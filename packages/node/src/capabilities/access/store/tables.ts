import type { Role, SignInMethod } from '@entente/contracts/access';
import type { Generated, Kysely } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/** Why a session was ended before its time. */
export type RevokedBecause =
  | 'signed-out'
  | 'revoked'
  | 'officer-locked'
  | 'password-changed'
  | 'roles-changed'
  | 'authority-changed'
  | 'passkey-removed';

/** What a challenge is for: to make a passkey, or to sign in by one. */
export type Ceremony = 'registration' | 'sign-in';

/** The schema `access`, as the migrations make it. */
export type AccessTables = {
  'access.node': { single: Generated<boolean>; state: string; demonstration: boolean; founded_at: Date };
  'access.authority': { id: string; names: string };
  'access.officer': {
    id: string;
    name_lookup: Buffer;
    authority: string;
    roles: Role[];
    password_hash: string | null;
    failures: Generated<number>;
    locked_until: Date | null;
    revision: Generated<number>;
    entered_at: Date;
    personal: Buffer;
  };
  'access.session': {
    id: string;
    officer: string;
    token_hash: Buffer;
    method: SignInMethod;
    passkey: string | null;
    started_at: Date;
    last_seen_at: Date;
    ends_at: Date;
    revoked_at: Date | null;
    revoked_because: RevokedBecause | null;
  };
  'access.passkey': {
    id: string;
    officer: string;
    credential_id: Buffer;
    public_key: Buffer;
    counter: number;
    transports: string[];
    synced: boolean;
    entered_at: Date;
    last_used_at: Date | null;
    personal: Buffer;
  };
  'access.challenge': { browser: Buffer; ceremony: Ceremony; challenge: Buffer; ends_at: Date };
};

export function tablesOf(db: Database | Tx): Kysely<AccessTables> {
  return db.withTables<AccessTables>();
}
