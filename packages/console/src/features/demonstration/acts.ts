import type { SessionView } from '@entente/contracts/access';
import type { AlertContent } from '@entente/contracts/alerts/content';

/** What the guide does outside itself, by a press of the reader's. */
export interface GuideActs {
  /** Takes up the session of another officer and opens a page, given by its address. */
  onSignedIn: (session: SessionView, address: string) => Promise<void>;
  /** Opens the desk and puts a text into its field, as if it had been pasted there. */
  onHand: (text: string) => void;
  /** Begins a draft and opens it at its last step. */
  onDraft: (content: AlertContent) => Promise<void>;
  /** A link of the guide was followed. */
  onGo?: () => void;
}
