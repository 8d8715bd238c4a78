import type { AlertView, SavedDraft } from '@entente/contracts/alerts/alert';
import { ProblemError } from '../../../api/problem.ts';
import { createStore, type Store } from '../../../api/store.ts';
import { fit, unfit } from './fitting.ts';
import { withRoom } from './names.ts';
import { leavesOf, type Tree, withPart } from './tree.ts';

/** A draft as the form holds it, and how far the node has it too. */
export interface Kept {
  tree: Tree;
  /** As the node last had it. */
  base: Tree;
  alert: AlertView;
  state: 'saved' | 'unsaved' | 'saving' | 'failed' | 'edited-meanwhile';
  failure: unknown;
  /** What a colleague saved meanwhile; until it is settled nothing is sent. */
  theirs: AlertView | null;
}

interface Ways {
  save: (draft: SavedDraft) => Promise<AlertView>;
  /** Told of every answer of the node. */
  onAnswer: (alert: AlertView) => void;
}

/** After the last key. */
const REST_MS = 1_200;
/** After a node that did not answer. */
const AGAIN_MS = 5_000;

/**
 * Keeps a draft on the node while it is written: one request at a time, the newest text last. What cannot be saved stays
 * in the form and is tried again; what a colleague changed meanwhile is set beside it and decided by the officer.
 */
export class DraftKeeper {
  readonly kept: Store<Kept>;
  readonly #ways: Ways;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working: Promise<unknown> | undefined;

  constructor(alert: AlertView, ways: Ways) {
    const tree = treeOf(alert);
    this.kept = createStore<Kept>({ tree, base: tree, alert, state: 'saved', failure: null, theirs: null });
    this.#ways = ways;
  }

  change(pointer: string, part: unknown): void {
    this.#set({ tree: withPart(this.kept.get().tree, pointer, part) });
    if (this.kept.get().state === 'edited-meanwhile') return;
    if (this.kept.get().state !== 'saving') this.#set({ state: 'unsaved' });
    this.#wait(REST_MS);
  }

  /** Saves at once what is not saved yet; true once the node has everything. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#working) await this.#working;
    if (this.kept.get().state === 'edited-meanwhile') return false;
    if (!this.isUnsaved()) return true;
    this.#working = this.#send();
    await this.#working;
    this.#working = undefined;
    return this.kept.get().state === 'saved' && !this.isUnsaved();
  }

  /** Another change of the same alert, such as a photograph: after what is being saved, with the newest revision. */
  async besides(change: (revision: number) => Promise<AlertView>): Promise<void> {
    while (this.#working) await this.#working;
    const work = change(this.kept.get().alert.revision).then((alert) => this.#take(alert));
    this.#working = work.catch(() => undefined);
    try {
      await work;
    } finally {
      this.#working = undefined;
    }
  }

  /** The officer has decided between his text and his colleague's. */
  async settle(tree: Tree): Promise<boolean> {
    const { theirs } = this.kept.get();
    if (theirs) this.#set({ tree, base: treeOf(theirs), alert: theirs, theirs: null, state: 'unsaved' });
    return await this.save();
  }

  isUnsaved(): boolean {
    const { tree, base } = this.kept.get();
    return !sameTree(tree, base);
  }

  /** Stops trying; called when the form is left. */
  close(): void {
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const { tree, alert } = this.kept.get();
    const { content, unfinished } = fit(tree);
    this.#set({ state: 'saving', failure: null });
    try {
      const answer = await this.#ways.save({ revision: alert.revision, content, unfinished });
      this.#set({ base: tree, state: 'saved' });
      this.#take(answer);
      if (this.isUnsaved()) this.#wait(REST_MS);
    } catch (error) {
      this.#stumble(error);
    }
  }

  #stumble(error: unknown): void {
    const problem = error instanceof ProblemError ? error.problem : undefined;
    const theirs = problem?.code === 'edited-meanwhile' ? (problem.current as AlertView | undefined) : undefined;
    if (!theirs) {
      this.#set({ state: 'failed', failure: error });
      if (problem?.code === 'unreachable') this.#wait(AGAIN_MS);
      return;
    }
    if (theirs.pendingVersion?.state === 'draft' && sameTree(treeOf(theirs), this.kept.get().base)) {
      // Something else of the alert changed, not its text: only the revision is newer.
      this.#take(theirs);
      this.#set({ state: 'unsaved' });
      this.#wait(0);
    } else this.#set({ state: 'edited-meanwhile', theirs });
  }

  #take(alert: AlertView): void {
    this.#set({ alert });
    this.#ways.onAnswer(alert);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  #set(change: Partial<Kept>): void {
    this.kept.set({ ...this.kept.get(), ...change });
  }
}

/** The form of the version being written. */
export function treeOf({ pendingVersion, current }: Pick<AlertView, 'pendingVersion' | 'current'>): Tree {
  const version = pendingVersion ?? current;
  return version ? withRoom(unfit(version.content, version.unfinished)) : {};
}

/** Whether two forms say the same; empty rows say nothing. */
function sameTree(left: Tree, right: Tree): boolean {
  const [mine, theirs] = [said(left), new Map(said(right))];
  return mine.length === theirs.size && mine.every(([pointer, value]) => theirs.get(pointer) === value);
}

function said(tree: Tree): [pointer: string, value: string | number | boolean][] {
  const { content, unfinished } = fit(tree);
  return [...leavesOf(content), ...Object.entries(unfinished)];
}
