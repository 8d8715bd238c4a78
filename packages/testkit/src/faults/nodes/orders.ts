/** What the harness tells a node process beside the requests of officers and peers, and what that answers. */

export type Order =
  /** Write these notes for a node, in one transaction; the last encloses a file of so many bytes, where some are named. */
  | { order: 'send-notes'; to: string; texts: string[]; fileBytes: number | undefined }
  /** The machine's clock jumps, forward or back. */
  | { order: 'jump-clock'; byMs: number };

export interface NumberedOrder {
  number: number;
  order: Order;
}

export type Said =
  /** The node listens and its work runs. */
  | { ready: true }
  /** The order of this number was carried out: what it wrote is committed. */
  | { done: number }
  | { done: number; failed: string };

/** The first word of a note's text names it; the rest gives it its size. */
export function nameOfNote(text: string): string {
  return text.split(' ', 1)[0]!;
}
