import { describeTrouble, type Trouble } from '../line/trouble.ts';

/** Something that goes wrong at a node. */
export type Fault =
  /** `kill -9` of the process; it is started again after a while, and killed once more while it starts where that is said. */
  | { kind: 'kill-node'; node: string; downMs: number; againAfterMs: number | null }
  /** Ended in order and started again, as for an upgrade. */
  | { kind: 'restart-node'; node: string; downMs: number }
  /** `kill -9` of its PostgreSQL, which the node starts again. */
  | { kind: 'kill-database'; node: string }
  /** On the line before its peer port. */
  | { kind: 'trouble'; node: string; trouble: Trouble; forMs: number }
  | { kind: 'jump-clock'; node: string; byMs: number }
  /** Its disk has no room left. */
  | { kind: 'fill-disk'; node: string; forMs: number };

export type FaultKind = Fault['kind'];

export function describeFault(fault: Fault): string {
  const { node } = fault;
  switch (fault.kind) {
    case 'kill-node':
      return `${node} is killed, for ${fault.downMs} ms${fault.againAfterMs === null ? '' : `, and again ${fault.againAfterMs} ms into its start`}`;
    case 'restart-node':
      return `${node} is restarted, after ${fault.downMs} ms`;
    case 'kill-database':
      return `the database of ${node} is killed`;
    case 'trouble':
      return `the line to ${node}: ${describeTrouble(fault.trouble)}, for ${fault.forMs} ms`;
    case 'jump-clock':
      return `the clock of ${node} jumps by ${fault.byMs} ms`;
    case 'fill-disk':
      return `the disk of ${node} is full, for ${fault.forMs} ms`;
  }
}
