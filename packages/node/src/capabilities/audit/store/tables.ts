import type { Generated, Kysely } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { Growth } from '../model.ts';

/** The schema `audit`, as the migrations make it. */
export type AuditTables = {
  'audit.log': { origin: string; verifier_key: string; size: Generated<number>; growth: Generated<Growth> };
  'audit.lost_record': { position: number; leaf_hash: Buffer };
  'audit.record': {
    id: Generated<string>;
    content: string;
    leaf_hash: Buffer;
    position: number | null;
    event: Generated<string>;
    actor: Generated<string>;
    outcome: Generated<string>;
    case_reference: Generated<string | null>;
  };
  'audit.part': {
    record: string;
    name: string;
    personal: Buffer | null;
    erased_by: string | null;
  };
  'audit.tile': { level: number; index: number; hashes: Buffer };
  'audit.checkpoint': { size: number; note: string };
};

export function tablesOf(db: Database): Kysely<AuditTables> {
  return db.withTables<AuditTables>();
}
