import type { AlertContent } from '@entente/contracts/alerts/content';

/** How far an invented alert has come. */
export type Fate =
  /** In force after a second officer's review. */
  | 'in-force'
  /** Waits for a second officer. */
  | 'in-review'
  /** A draft, complete or not. */
  | 'draft'
  /** Submitted and refused by the second officer. */
  | 'refused'
  /** In force once, withdrawn since. */
  | 'withdrawn'
  /** A document record in force whose holder disputes it. */
  | 'disputed';

/** One alert of the demonstration, and what has become of it. */
export interface ScriptedAlert {
  content: AlertContent;
  fate: Fate;
}

/** A day so many days from today, `YYYY-MM-DD`. */
export type InDays = (days: number) => string;

export function daysFrom(now: Date): InDays {
  return (days) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
