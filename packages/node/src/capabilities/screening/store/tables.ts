import type { CheckAnswer } from '@entente/contracts/screening';
import type { Verdict } from '@entente/contracts/screening/second-line';
import type { Generated, Kysely } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Way } from '../model/kept.ts';

/** The tables of screening, as migrations/0009-screening.sql makes them. Days are `YYYY-MM-DD`. */
export type ScreeningTables = {
  'screening.counter': {
    officer: string;
    hour: Date;
    outcome: CheckAnswer['outcome'];
    way: Way;
    slot: number;
    count: number;
  };
  'screening.oversight_key': { id: Buffer; sealing_key: string; made_at: Date };
  'screening.query': { id: string; shredded_on: Date; sealed: Buffer };
  'screening.question': { day: string; hash: Buffer; count: number };
  'screening.repeated': { officer: string; day: string; count: number };
  'screening.last_check': { id: string; officer: string; session: string; at: Date; personal: Buffer };
  'screening.possible_hit': { id: string; officer: string; at: Date; personal: Buffer };
  'screening.second_line': {
    id: string;
    check: string;
    authority: string;
    opened_by: string;
    opened_at: Date;
    changed_at: Date;
    closed_at: Date | null;
    held_since: Date | null;
    held_until: Date | null;
    overdue_at: Date | null;
    revision: Generated<number>;
    personal: Buffer;
  };
  'screening.verdict_counter': { day: string; verdict: Verdict['verdict']; count: number };
  'screening.cleared': {
    pair: Buffer;
    alert: string | null;
    subject: string | null;
    at: Date;
    second_line: string;
    expires_at: Date;
  };
  'screening.handover': {
    id: string;
    authority: string;
    from_officer: string;
    from_at: Date;
    to_officer: string | null;
    to_at: Date | null;
    record: string;
    personal: Buffer;
  };
};

export function tablesOf(db: Database | Tx): Kysely<ScreeningTables> {
  return db.withTables<ScreeningTables>();
}
