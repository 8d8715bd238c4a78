import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';

/** The schema `decisions`, as migrations/0015-decisions.sql makes it. */
export type DecisionsTables = {
  'decisions.proposal': {
    hash: string;
    organisation: string;
    number: number;
    statement: string;
    proposed_by: string;
    known_at: Date;
    record: string;
  };
  'decisions.consent': { hash: string; member: string; line: string; known_at: Date };
};

export function tablesOf(db: Database): Kysely<DecisionsTables> {
  return db.withTables<DecisionsTables>();
}
