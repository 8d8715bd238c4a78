import type { AskedAbout } from '@entente/crypto/ask/question';

/** What this node holds that a question may mean. Compose asks the room that has the index. */
export type FindMeant = (about: AskedAbout, askingState: string) => Promise<Meant | undefined>;

/** The alert that was met; its own reference stays on this node. */
export interface Meant {
  reference: string;
}

/** What a reference that was given with a hit stands for: whom or what was asked about, and the alert that was met. */
export interface AskHit {
  about: AskedAbout;
  alert: string;
}

/** How often a state and one of its officers have asked within the hour. */
export interface AskedSoFar {
  state: number;
  officer: number;
}
