import type { ImportChange, ListedSubject, ListId } from '@entente/contracts/alerts';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { ListItem } from '../lists/item.ts';
import { because } from '../lists/reasons.ts';
import { ALERTS_PROBLEMS } from '../problems.ts';
import { changedFields, wouldEmptyList } from '../rules/list-changes.ts';
import { appendChanges } from '../store/feed.ts';
import { insertChanges } from '../store/reports.ts';
import {
  countListed,
  createMet,
  findMissing,
  findSubjects,
  type KnownSubject,
  loadSubjects,
  noteMet,
  removeSubjects,
  type SubjectRow,
  versionOf,
  writeSubjects,
} from '../store/subjects.ts';
import { lapseCorrections } from './corrections/lapse.ts';
import type { ProgressReport } from './progress.ts';

const BATCH = 500;
const createId = createIdSource();

interface Incoming {
  subject: ListedSubject;
  json: string;
  scope: string;
  version: Buffer;
}

/**
 * Applies the items of one list within the import's transaction: what is new or different is written, what
 * the files no longer name is taken off. Nothing is seen by others before the transaction commits.
 */
export class ListApplication {
  readonly #tx: Tx;
  readonly #import: { id: string; list: ListId };
  readonly #clock: Clock;
  readonly #report: ProgressReport;
  readonly #scopes = new Map<string, boolean>();
  #batch: Incoming[] = [];
  /** The batch being written while the next one is read. */
  #writing: Promise<void> = Promise.resolve();
  #kept: string[] = [];
  #changes = 0;
  /** Records refused without a reference to know them by. */
  #nameless = 0;

  constructor(tx: Tx, started: { id: string; list: ListId }, clock: Clock, report: ProgressReport) {
    this.#tx = tx;
    this.#import = started;
    this.#clock = clock;
    this.#report = report;
  }

  async begin(): Promise<void> {
    await createMet(this.#tx);
  }

  async take(item: ListItem): Promise<void> {
    if (item.kind === 'subject') {
      const json = JSON.stringify(item.subject);
      this.#batch.push({ subject: item.subject, json, scope: item.scope, version: versionOf(this.#tx, json) });
      if (this.#batch.length >= BATCH) await this.#flush();
    } else if (item.kind === 'scope') {
      this.#scopes.set(item.scope, item.complete);
    } else if (item.kind === 'dated') {
      this.#report.listDate = item.listDate;
    } else if (item.kind === 'progress') {
      this.#report.bytesRead = item.bytes;
    } else {
      await this.#takeProblem(item);
    }
  }

  /** A record that could not be read is still on the list: what is known of it stays as it was. */
  async #takeProblem({ problem, refused }: Extract<ListItem, { kind: 'problem' }>): Promise<void> {
    if (refused) {
      this.#report.count('refused');
      if (problem.ref === undefined) this.#nameless += 1;
      else this.#kept.push(problem.ref);
    }
    await this.#report.problem(problem);
  }

  /** Takes off what the files no longer name, as far as they speak for the whole. */
  async finish(confirmed: boolean): Promise<void> {
    await this.#flush();
    const scopes = [...this.#scopes].filter(([, complete]) => complete).map(([scope]) => scope);
    await this.#writing;
    if (this.#scopes.get('*') === false || scopes.length === 0) return;
    const missing = await findMissing(this.#tx, this.#import.list, scopes);
    if (missing.length === 0) return;
    if (this.#nameless > 0) {
      const kept = because('kept-missing', { missing: missing.length, unreadable: this.#nameless });
      const { code, values, text } = kept;
      await this.#report.problem({ file: '', place: '', code, values, reason: text });
      return;
    }
    const before = (await countListed(this.#tx, this.#import.list, scopes)) - this.#report.counts.added;
    if (!confirmed && wouldEmptyList(before, missing.length)) {
      throw new Problem(ALERTS_PROBLEMS['removals-unconfirmed'], {
        detail: `The files name ${before - missing.length} of the ${before} records on the list; ${missing.length} would be removed.`,
      });
    }
    for (let at = 0; at < missing.length; at += BATCH) await this.#remove(missing.slice(at, at + BATCH));
  }

  async #remove(missing: Awaited<ReturnType<typeof findMissing>>): Promise<void> {
    const ids = missing.map((subject) => subject.id);
    const before = await loadSubjects(this.#tx, ids);
    await removeSubjects(this.#tx, ids);
    await lapseCorrections(this.#tx, new Map(ids.map((id) => [id, null])), this.#clock.now());
    await appendChanges(
      this.#tx,
      this.#import.list,
      ids.map((subjectId) => ({ subjectId, change: 'removed' })),
    );
    await this.#reportChanges(
      missing.map(({ id, ref, kind }) => ({ change: 'removed', ref, kind, name: nameOf(before.get(id)), fields: [] })),
    );
    this.#report.count('removed', missing.length);
  }

  /** Hands the batch over to be written, once the one before it is. */
  async #flush(): Promise<void> {
    const batch = this.#batch;
    const kept = this.#kept;
    this.#batch = [];
    this.#kept = [];
    await this.#writing;
    this.#writing = this.#writeBatch(batch, kept);
    // Whoever waits for it next is told; until then it is no unhandled failure.
    this.#writing.catch(() => {});
  }

  /** Waits until nothing more is being written; an import that has failed may only then be rolled back. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => {});
  }

  async #writeBatch(batch: Incoming[], kept: string[]): Promise<void> {
    const refs = batch.map(({ subject }) => subject.ref);
    await noteMet(this.#tx, [...refs, ...kept]);
    if (batch.length === 0) return;
    await this.#write(batch, await findSubjects(this.#tx, this.#import.list, refs));
  }

  async #write(batch: Incoming[], known: Map<string, KnownSubject>): Promise<void> {
    const differing = batch.filter(({ subject, version }) => {
      const before = known.get(subject.ref);
      return !before || before.removed || !before.version.equals(version);
    });
    const ids = differing.map(({ subject }) => known.get(subject.ref)?.id).filter((id) => id !== undefined);
    const personal = await loadSubjects(this.#tx, ids);
    const rows: SubjectRow[] = [];
    const changes: (ImportChange & { subjectId: string })[] = [];
    for (const { subject, json, scope, version } of differing) {
      const before = known.get(subject.ref);
      const id = before?.id ?? createId(this.#clock.now());
      rows.push({ id, ref: subject.ref, scope, kind: subject.kind, version, json });
      const old = personal.get(id);
      const fields = old ? changedFields(old, subject) : [];
      if (old && fields.length === 0) continue;
      changes.push({
        subjectId: id,
        change: old ? 'changed' : 'added',
        ref: subject.ref,
        kind: subject.kind,
        name: nameOf(subject),
        fields,
      });
    }
    await writeSubjects(this.#tx, this.#import.list, rows);
    const anew = new Map(differing.map(({ subject }, at) => [rows[at]!.id, subject]));
    await lapseCorrections(this.#tx, anew, this.#clock.now());
    await appendChanges(this.#tx, this.#import.list, changes as { subjectId: string; change: 'added' | 'changed' }[]);
    await this.#reportChanges(changes.map(({ subjectId: _, ...change }) => change));
    this.#countBatch(batch, changes);
  }

  #countBatch(batch: Incoming[], changes: ImportChange[]): void {
    const added = changes.filter(({ change }) => change === 'added').length;
    this.#report.count('added', added);
    this.#report.count('changed', changes.length - added);
    this.#report.count('unchanged', batch.length - changes.length);
    for (const { subject } of batch) this.#report.kinds[subject.kind] += 1;
  }

  async #reportChanges(changes: ImportChange[]): Promise<void> {
    await insertChanges(this.#tx, this.#import.id, this.#changes + 1, changes);
    this.#changes += changes.length;
  }
}

function nameOf(subject: ListedSubject | undefined): string {
  return subject?.identities[0]?.names[0]?.full ?? '';
}
