import type { Generated, Kysely } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { OwnKeyUse } from '../model/standing.ts';

/** The schema `membership`, as migrations/0010-membership.sql makes it. */
export type MembershipTables = {
  'membership.act': { number: number; hash: string; line: string; adopted_at: Date; record: string };
  'membership.standing': { organisation: string; pin: string; node: string; joined_at: Date; record: string };
  'membership.own_key': {
    use: OwnKeyUse;
    id: string;
    node: string;
    number: Generated<number>;
    made_at: Date;
    public: string;
    personal: Buffer;
    record: string;
  };
  'membership.consent': {
    organisation: string;
    number: number;
    hash: string;
    line: string;
    given_at: Date;
    record: string;
  };
};

export function tablesOf(db: Database): Kysely<MembershipTables> {
  return db.withTables<MembershipTables>();
}
