import type { Alike, Assessment, Refusal } from '@entente/contracts/alerts/alert';
import { createStore } from '../../../api/store.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { fit, inForm } from './fitting.ts';
import type { IssueStep } from './steps.ts';

/** What the rules say of the draft as it was last saved, and how far the officer has come. */
export interface Found {
  /** Null until the rules were asked. Pointers lead into the form. */
  refusals: Refusal[] | null;
  alike: Alike[];
  suspectTerms: string[];
  /** Fields that were left, and pages: only what is wrong there is shown, until submission was tried. */
  left: readonly string[];
  leftSteps: readonly IssueStep[];
  tried: boolean;
  /** The rules could not be asked. */
  failure: unknown;
}

/** A press takes no longer. */
const PRESS_MS = 250;

/** Asks the rules about a draft whenever a field is left; one question at a time, the newest last. */
export class Assessor {
  readonly found = createStore<Found>({
    refusals: null,
    alike: [],
    suspectTerms: [],
    left: [],
    leftSteps: [],
    tried: false,
    failure: null,
  });
  readonly #keeper: DraftKeeper;
  readonly #ask: () => Promise<Assessment>;
  #asking: Promise<void> | undefined;
  #again = false;

  constructor(keeper: DraftKeeper, ask: () => Promise<Assessment>) {
    this.#keeper = keeper;
    this.#ask = ask;
  }

  /**
   * A field was left: what is in it is saved, then weighed, then shown. Not at once: the press that left the field must
   * find its button where it was.
   */
  async leave(pointer: string): Promise<void> {
    const unsaved = this.#keeper.isUnsaved();
    await new Promise((resolve) => setTimeout(resolve, PRESS_MS));
    const saved = await this.#keeper.save();
    if (saved && (unsaved || this.found.get().refusals === null)) await this.assess();
    const { left } = this.found.get();
    if (!left.includes(pointer)) this.#set({ left: [...left, pointer] });
  }

  /** A page was left: what is still open on it is shown when one comes back. */
  leaveStep(step: IssueStep): void {
    const { leftSteps } = this.found.get();
    if (!leftSteps.includes(step)) this.#set({ leftSteps: [...leftSteps, step] });
  }

  /** Weighs the draft as it is saved. */
  async assess(): Promise<void> {
    this.#again = true;
    this.#asking ??= this.#askUntilQuiet();
    await this.#asking;
  }

  /** Submission was tried: everything wrong is shown, with what the node itself refused. */
  showAll(refused: Refusal[]): void {
    this.#set({ tried: true, refusals: this.#inForm(refused) });
  }

  async #askUntilQuiet(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        const { refusals, alike, suspectTerms } = await this.#ask();
        this.#set({ refusals: this.#inForm(refusals), alike, suspectTerms, failure: null });
      } catch (failure) {
        this.#set({ failure });
      }
    }
    this.#asking = undefined;
  }

  #inForm(refusals: Refusal[]): Refusal[] {
    const { places } = fit(this.#keeper.kept.get().base);
    return refusals.map((refusal) => ({ ...refusal, pointer: inForm(refusal.pointer, places) }));
  }

  #set(change: Partial<Found>): void {
    this.found.set({ ...this.found.get(), ...change });
  }
}
