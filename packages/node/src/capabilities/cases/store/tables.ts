import type { CaseEntry, Side } from '@entente/contracts/cases';
import type { Outcome } from '@entente/contracts/cases/entries';
import type { InquiryDecision } from '@entente/contracts/cases/inquiries';
import type { Kysely } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/** The schema `cases`, as migrations/0013-cases.sql, 0018-attachments.sql and 0024-inquiries.sql make it. */
export type CasesTables = {
  'cases.follow_up': {
    id: string;
    side: Side;
    node: string | null;
    other: string | null;
    reference: string;
    owner: string;
    category: string;
    urgent: boolean;
    opened_at: Date;
    changed_at: Date;
    acknowledged_at: Date | null;
    officer: string | null;
    sounded_at: Date | null;
    escalated_at: Date | null;
    closed_at: Date | null;
    entries: number;
    personal: Buffer;
  };
  'cases.entry': {
    follow_up: string;
    id: string;
    number: number;
    kind: CaseEntry['kind'];
    form: 'asked' | 'given' | null;
    urgent: boolean;
    outcome: Outcome | null;
    answers: string | null;
    here: boolean;
    officer: string | null;
    at: Date;
    due_at: Date | null;
    answered_at: Date | null;
    outbox: string | null;
    record: string;
    personal: Buffer;
  };
  'cases.file': {
    file: string;
    follow_up: string;
    at: Date;
    officer: string | null;
    entry: string | null;
    position: number | null;
  };
  'cases.inquiry': {
    id: string;
    side: 'asking' | 'owning';
    node: string;
    other: string;
    reference: string;
    alert: string | null;
    category: string | null;
    asked_at: Date;
    officer: string | null;
    decision: InquiryDecision | null;
    decided_at: Date | null;
    recalled_at: Date | null;
    expires_at: Date;
    outbox: string | null;
    personal: Buffer;
  };
};

export function tablesOf(db: Database | Tx): Kysely<CasesTables> {
  return db.withTables<CasesTables>();
}
