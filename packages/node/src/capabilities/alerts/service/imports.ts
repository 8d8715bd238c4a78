import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../../platform/problem.ts';
import type { StoredImport } from '../model.ts';
import { ALERTS_PROBLEMS } from '../problems.ts';
import { findImport, requestAbort } from '../store/imports.ts';
import { ImportEnd } from './import-end.ts';
import { type ImportParts, type ImportRequest, type RunningImport, startImport } from './import-list.ts';
import { recoverImports } from './recovery.ts';

const LOOK_EVERY_MS = 250;

/** The imports of a node: those it runs itself, and a view of those another process runs. */
export class Imports {
  readonly #parts: ImportParts;
  readonly #running = new Map<string, RunningImport>();
  /** Where uploads lie until their import has ended. */
  readonly spool: string;

  constructor(parts: ImportParts, dataDir: string) {
    this.#parts = parts;
    this.spool = join(dataDir, 'incoming');
  }

  /** Ends what an earlier process left open, and removes what it left lying. */
  async recover(): Promise<void> {
    await recoverImports(this.#parts);
    for (const name of await readdir(this.spool).catch(() => [])) {
      await rm(join(this.spool, name), { recursive: true, force: true });
    }
  }

  /** Starts an import; `cleanUp` is called when it has ended or could not begin. */
  async start(request: ImportRequest, cleanUp: () => Promise<void>): Promise<StoredImport> {
    try {
      const running = await startImport(this.#parts, request);
      this.#running.set(running.id, running);
      void running.done
        .catch((error: unknown) => this.#parts.log.error({ err: error, import: running.id }, 'an import was lost'))
        .then(cleanUp)
        .catch((error: unknown) => this.#parts.log.warn({ err: error }, 'an upload could not be removed'))
        .finally(() => this.#running.delete(running.id));
      return await this.find(running.id);
    } catch (error) {
      await cleanUp();
      throw error;
    }
  }

  async find(id: string): Promise<StoredImport> {
    const found = await findImport(this.#parts.db, id);
    if (!found) throw new Problem(ALERTS_PROBLEMS['unknown-import']);
    return found;
  }

  /** Asks an import to end, whichever process runs it. */
  async abort(id: string): Promise<void> {
    await this.find(id);
    if (!(await requestAbort(this.#parts.db, id))) throw new Problem(ALERTS_PROBLEMS['import-ended']);
    this.#running.get(id)?.abort(ImportEnd.aborted());
  }

  /** The import as it goes on, from now to its end, whichever process runs it. */
  async *follow(id: string, signal: AbortSignal): AsyncGenerator<StoredImport> {
    let shown = '';
    while (!signal.aborted) {
      const now = await this.find(id);
      const text = JSON.stringify(now);
      if (text !== shown) yield now;
      shown = text;
      if (now.endedAt) return;
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }

  /** Ends every import of this process; the node is stopping. */
  async stop(): Promise<void> {
    const running = [...this.#running.values()];
    for (const one of running) one.abort(ImportEnd.stopped());
    await Promise.allSettled(running.map((one) => one.done));
  }
}
