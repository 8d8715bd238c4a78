import type { ImportCounts, ListFormat, ListId } from '@entente/contracts/alerts';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Log } from '../../../platform/log.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import { ListFileError } from '../lists/item.ts';
import { type OpenList, openList } from '../lists/read.ts';
import type { ImportState, StoredImport } from '../model.ts';
import { ALERTS_PROBLEMS } from '../problems.ts';
import { isOfFormat } from '../rules/list-changes.ts';
import { endImport, findImport, insertImport, lockList, unlockList } from '../store/imports.ts';
import { ListApplication } from './apply.ts';
import { endOf, ImportEnd } from './import-end.ts';
import { ProgressReport } from './progress.ts';
import { settleInterrupted } from './recovery.ts';

export interface ImportParts {
  db: Database;
  clock: Clock;
  log: Log;
}

export interface ImportRequest {
  format: ListFormat;
  /** Where it differs from the format's own list. */
  list?: ListId;
  paths: readonly string[];
  attribution: Attribution;
  /** The person who asks knows that most of the list will go. */
  confirmRemovals: boolean;
}

/** An import under way in this process. */
export interface RunningImport {
  id: string;
  list: ListId;
  /** How far it is now. */
  now(): { state: ImportState; bytesRead: number; bytesTotal: number; counts: ImportCounts };
  /** Ends it with that reason; nothing will have changed. Too late once it commits. */
  abort(end: ImportEnd): void;
  /** The import as it ended; never rejects for what is wrong with the list. */
  done: Promise<StoredImport>;
}

const createId = createIdSource();

/**
 * Begins an import and returns once it stands in the database. All its changes are one transaction on one
 * connection, which also holds the lock that keeps a second import of the list out: when the process dies,
 * both are gone. Throws a Problem when it cannot begin.
 */
export async function startImport(parts: ImportParts, request: ImportRequest): Promise<RunningImport> {
  const controller = new AbortController();
  const opened = await openRequested(request, controller.signal);
  const started = Promise.withResolvers<{ begun: StoredImport; report: ProgressReport }>();
  const done = parts.db.connection().execute(async (connection) => {
    if (!(await lockList(connection, opened.list))) throw new Problem(ALERTS_PROBLEMS['import-under-way']);
    try {
      await settleInterrupted(parts, opened.list);
      const begun = await begin(parts, opened, request);
      const report = new ProgressReport(parts.db, begun.id, () => controller.abort(ImportEnd.aborted()));
      started.resolve({ begun, report });
      await run(parts, connection, { begun, opened, request, report, signal: controller.signal });
      return (await findImport(parts.db, begun.id)) as StoredImport;
    } finally {
      await unlockList(connection, opened.list).catch(() => {});
    }
  });
  done.catch(started.reject);
  const { begun, report } = await started.promise;
  const { id, list, bytesTotal } = begun;
  const now = () => ({ state: report.state, bytesRead: report.bytesRead, bytesTotal, counts: report.counts });
  return { id, list, now, abort: (end) => controller.abort(end), done };
}

async function openRequested(request: ImportRequest, signal: AbortSignal): Promise<OpenList> {
  const { format, list, paths } = request;
  if (list && !isOfFormat(list, format)) throw new Problem(ALERTS_PROBLEMS['wrong-list']);
  try {
    return await openList({ format, paths, signal, ...(list && { list }) });
  } catch (error) {
    if (error instanceof ListFileError) throw new Problem(ALERTS_PROBLEMS[error.code], { detail: error.message });
    throw error;
  }
}

async function begin(parts: ImportParts, opened: OpenList, request: ImportRequest): Promise<StoredImport> {
  const at = parts.clock.now();
  const started: StoredImport = {
    id: createId(at),
    list: opened.list,
    format: request.format,
    state: 'reading',
    startedAt: at,
    endedAt: null,
    startedBy: request.attribution.actor.id,
    files: opened.files,
    bytesRead: 0,
    bytesTotal: opened.bytesTotal,
    counts: { read: 0, added: 0, changed: 0, unchanged: 0, removed: 0, refused: 0 },
    kinds: { person: 0, organisation: 0, vessel: 0, aircraft: 0 },
    listDate: undefined,
    failure: null,
  };
  await parts.db.transaction().execute(async (tx) => {
    await insertImport(tx, started);
    await recordEvent(tx, {
      ...request.attribution,
      at,
      event: 'alerts.list-import-started',
      outcome: 'done',
      subject: { kind: 'import', ref: started.id },
      facts: { list: started.list, format: started.format, files: opened.files.length, bytes: opened.bytesTotal },
    });
  });
  return started;
}

interface Work {
  begun: StoredImport;
  opened: OpenList;
  request: ImportRequest;
  report: ProgressReport;
  signal: AbortSignal;
}

async function run(parts: ImportParts, connection: Database, work: Work): Promise<void> {
  const { begun, opened, request, report, signal } = work;
  try {
    await connection.transaction().execute(async (tx) => {
      const application = new ListApplication(tx, begun, parts.clock, report);
      await application.begin();
      try {
        for await (const item of opened.items()) await application.take(item);
        await report.enter('applying');
        await application.finish(request.confirmRemovals);
      } finally {
        await application.settle();
      }
      await report.stop();
      signal.throwIfAborted();
      const at = parts.clock.now();
      await endImport(tx, begun.id, { state: 'done', at, failure: null, progress: report });
      await recordEvent(tx, {
        ...request.attribution,
        at,
        event: 'alerts.list-imported',
        outcome: 'done',
        subject: { kind: 'import', ref: begun.id },
        facts: { list: begun.list, ...report.counts },
      });
    });
  } catch (error) {
    await report.stop().catch(() => {});
    await fail(parts, begun, request.attribution, endOf(error, signal), report, error);
  }
}

async function fail(
  { db, clock, log }: ImportParts,
  begun: StoredImport,
  attribution: Attribution,
  end: ImportEnd,
  progress: ProgressReport,
  cause: unknown,
): Promise<void> {
  if (end.code === 'import-failed') log.error({ err: cause, import: begun.id }, 'an import failed');
  const at = clock.now();
  const { code, state, message: detail } = end;
  await db.transaction().execute(async (tx) => {
    if (!(await endImport(tx, begun.id, { state, at, failure: { code, detail }, progress }))) return;
    await recordEvent(tx, {
      ...attribution,
      at,
      event: state === 'aborted' ? 'alerts.list-import-aborted' : 'alerts.list-import-failed',
      outcome: 'failed',
      subject: { kind: 'import', ref: begun.id },
      facts: { list: begun.list, failure: code },
    });
  });
}
