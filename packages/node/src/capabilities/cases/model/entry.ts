import type { CaseEntry } from '@entente/contracts/cases';
import type { Outcome } from '@entente/contracts/cases/entries';

/** An entry of a thread, as this node keeps it. */
export interface Entry {
  id: string;
  number: number;
  kind: CaseEntry['kind'];
  form: 'asked' | 'given' | null;
  urgent: boolean;
  outcome: Outcome | null;
  answers: string | null;
  /** Written by this side. */
  here: boolean;
  officer: string | null;
  at: Date;
  /** Of what was asked: when the answer falls due, and when it came. */
  dueAt: Date | null;
  answeredAt: Date | null;
  /** The row of the outbox that carried it to the other side. */
  outbox: string | null;
  record: string;
  personal: { text: string };
}

/** An entry before it has its number, its record and, where it goes out, its row of the outbox. */
export type NewEntry = Omit<Entry, 'number' | 'record' | 'outbox' | 'answeredAt'>;
