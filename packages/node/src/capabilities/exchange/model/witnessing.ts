import type { VerifierKey } from '@entente/crypto/note/verifier-key';
import type { Hash } from '@entente/crypto/sha256';
import type { Tile } from '@entente/crypto/tlog/tile';
import type { WitnessRefusal } from '@entente/crypto/witness/decision';

/** Another node's log, as the register names it. */
export interface WatchedLog {
  node: string;
  origin: string;
  /** Its keys in force. */
  keys: readonly VerifierKey[];
}

/** A head that is held with the note that says so. */
export interface HeldHead {
  size: number;
  root: Hash;
  note: string;
}

/**
 * Why a head is not cosigned, beside what the standard's decision knows: `log-altered`, a tile is served otherwise than it was
 * mirrored, or the tiles do not hash up to the root; `log-unread`, the tiles could not be read; `too-far`, more than a witness
 * reads at once.
 */
export type CosignRefusal = WitnessRefusal | 'log-altered' | 'log-unread' | 'too-far';

/** The most leaves by which a head may go beyond the one cosigned last; a log that is further ahead goes step by step. */
export const STEP = 65_536;

/** What a witness answers. */
export type CosignAnswer =
  /** The signature line. */
  | { cosigned: string }
  /** The size it cosigned last, which the log did not name. */
  | { stale: number }
  /** The code, and the record at which the log breaks, where that can be told. */
  | { refused: CosignRefusal; brokenAt: number | null };

/** Reads a tile of another node's log; undefined where it has no such tile. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array | undefined>;

/** How another node fares as a witness of this one's log. */
export interface WitnessState {
  state: 'cosigning' | 'silent' | 'refusing';
  since: Date;
  /** Rounds in a row without an answer. */
  missed: number;
  refusal: string | null;
  brokenAt: number | null;
}

/** What came of asking. */
export type AskOutcome =
  | { outcome: 'cosigned' }
  | { outcome: 'no-answer' }
  | { outcome: 'refused'; refusal: string; brokenAt: number | null };
