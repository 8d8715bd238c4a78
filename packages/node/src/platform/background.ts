/** Work that runs beside the requests: an index that follows its feed, a sequencer. */
export interface Background {
  name: string;
  /** Resolves when the work is under way and what it serves is usable. */
  start(): Promise<void>;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}
