/** What can be wrong with a log. */
export type FaultCode =
  | 'key'
  | 'leaf-malformed'
  | 'leaf-hash'
  | 'column'
  | 'position'
  | 'size'
  | 'part-missing'
  | 'part-unknown'
  | 'part-changed'
  | 'part-unopened'
  | 'erasure-unlogged'
  | 'erasure-undone'
  | 'loss-unlogged'
  | 'tile'
  | 'checkpoint'
  | 'signature'
  | 'root'
  | 'rolled-back';

/** One thing that is wrong, and where. */
export interface Fault {
  code: FaultCode;
  /** Record, tile or checkpoint concerned. */
  where: string;
  message: string;
}

/** How many faults are kept; a log shifted by one record has as many as records. */
export const FAULTS_KEPT = 100;

/** Collects faults in bounded memory. */
export class Faults {
  readonly list: Fault[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(code: FaultCode, where: string, message: string): void {
    this.#count++;
    if (this.list.length < FAULTS_KEPT) this.list.push({ code, where, message });
  }
}
