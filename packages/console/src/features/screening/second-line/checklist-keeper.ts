import type { ChecklistItem } from '@entente/contracts/screening/second-line';
import { createStore, type Store } from '../../../api/store.ts';

/** Typing pauses this long before it is saved. */
const PAUSE_MS = 700;

export interface KeptChecklist {
  checklist: ChecklistItem[];
  state: 'saved' | 'unsaved' | 'saving' | 'failed';
  failure: unknown;
}

/** Saves a checklist; resolves once the node has it. */
export type Save = (checklist: ChecklistItem[]) => Promise<void>;

/**
 * Keeps one candidate's checklist: saved as one goes, one save at a time, always the newest. What could not be saved
 * stays on the page and is tried again with the next change or by hand.
 */
export class ChecklistKeeper {
  readonly kept: Store<KeptChecklist>;
  readonly #save: Save;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;

  constructor(checklist: ChecklistItem[], save: Save) {
    this.kept = createStore<KeptChecklist>({ checklist, state: 'saved', failure: null });
    this.#save = save;
  }

  change(checklist: ChecklistItem[]): void {
    this.kept.set({ checklist, state: 'unsaved', failure: null });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saveNow(), PAUSE_MS);
  }

  /** Resolves when nothing is left to be saved, or saving has failed. */
  async saveNow(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    const { checklist, state } = this.kept.get();
    if (state === 'saved' || state === 'saving') return;
    this.kept.set({ checklist, state: 'saving', failure: null });
    this.#saving = this.#send(checklist);
    await this.#saving;
    this.#saving = null;
    if (this.kept.get().state === 'unsaved') await this.saveNow();
  }

  async #send(checklist: ChecklistItem[]): Promise<void> {
    try {
      await this.#save(checklist);
      // Typed on meanwhile: that is still unsaved.
      if (this.kept.get().checklist === checklist) this.kept.set({ checklist, state: 'saved', failure: null });
    } catch (failure) {
      if (this.kept.get().checklist === checklist) this.kept.set({ checklist, state: 'failed', failure });
    }
  }
}
