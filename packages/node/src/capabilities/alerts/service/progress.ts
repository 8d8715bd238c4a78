import type { ImportCounts, ImportProblem, SubjectKind } from '@entente/contracts/alerts';
import type { Database } from '../../../platform/database/database.ts';
import type { ImportProgress, ImportState } from '../model.ts';
import { writeProgress } from '../store/imports.ts';
import { insertProblems } from '../store/reports.ts';

const EVERY_MS = 250;
const PROBLEMS_AT_ONCE = 200;
/** A report of more problems helps nobody; the count of refused records goes on. */
const MOST_PROBLEMS = 10_000;

/**
 * What an import has done so far, shown to others four times a second outside the import's transaction.
 * `onAbort` is called when another process has asked for the import to end.
 */
export class ProgressReport implements ImportProgress {
  readonly #db: Database;
  readonly #id: string;
  readonly #onAbort: () => void;
  readonly #timer: NodeJS.Timeout;
  #writing: Promise<void> | undefined;
  #problems: ImportProblem[] = [];
  #problemCount = 0;
  state: ImportState = 'reading';
  bytesRead = 0;
  listDate: string | undefined;
  readonly counts: ImportCounts = { read: 0, added: 0, changed: 0, unchanged: 0, removed: 0, refused: 0 };
  readonly kinds: Record<SubjectKind, number> = { person: 0, organisation: 0, vessel: 0, aircraft: 0 };

  constructor(db: Database, id: string, onAbort: () => void) {
    this.#db = db;
    this.#id = id;
    this.#onAbort = onAbort;
    this.#timer = setInterval(() => this.#show(), EVERY_MS);
  }

  /** Counts records; those that went in or were refused have been read. */
  count(what: Exclude<keyof ImportCounts, 'read'>, by = 1): void {
    this.counts[what] += by;
    if (what !== 'removed') this.counts.read += by;
  }

  async problem(problem: ImportProblem): Promise<void> {
    if (this.#problemCount + this.#problems.length >= MOST_PROBLEMS) return;
    this.#problems.push(problem);
    if (this.#problems.length >= PROBLEMS_AT_ONCE) await this.#flushProblems();
  }

  /** Shows the state now, and waits until it is shown. */
  async enter(state: ImportState): Promise<void> {
    this.state = state;
    await this.#writing;
    this.#show();
    await this.#writing;
  }

  /** Writes what is left and writes no more; call it before the import's row is ended. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
    await this.#flushProblems();
  }

  #show(): void {
    this.#writing ??= writeProgress(this.#db, this.#id, this.state, this)
      .then((abort) => abort && this.#onAbort())
      // The database may be away for a moment; the next showing says the same and more.
      .catch(() => {})
      .then(() => {
        this.#writing = undefined;
      });
  }

  async #flushProblems(): Promise<void> {
    const problems = this.#problems;
    this.#problems = [];
    await insertProblems(this.#db, this.#id, this.#problemCount + 1, problems);
    this.#problemCount += problems.length;
  }
}
