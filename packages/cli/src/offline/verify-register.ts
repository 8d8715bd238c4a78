import type { Act } from '@entente/crypto/act/act';
import { readActFile } from '@entente/crypto/act/act-file';
import { foldActs } from '@entente/crypto/act/register-file';
import { type RegisterView, viewRegister } from '@entente/crypto/act/register-view';

/** A register that proves itself to whoever knows the pin, as it stands at a moment. */
export interface VerifiedRegister extends RegisterView {
  pin: string;
  /** When the members say they decided the newest act: the latest of its consents. */
  decidedAt: string;
}

/**
 * Folds a file of acts, a register or the founding act by itself, from the pinned act on. Throws the Refusal of what is
 * no chain of acts with all their consents. That no later act exists, no file can show.
 */
export function verifyRegister(file: string, pin: string, now: Date): VerifiedRegister {
  const acts = readActFile(file);
  const register = foldActs(acts, pin);
  return { ...viewRegister(register, now.toISOString()), pin, decidedAt: lastConsent(acts.at(-1)!) };
}

/** A pin as people copy it: in groups, or in capitals. */
export function readPin(text: string): string {
  return text.replaceAll(/\s/g, '').toLowerCase();
}

function lastConsent({ consents }: Act): string {
  return consents
    .map(({ at }) => at)
    .sort()
    .at(-1)!;
}
