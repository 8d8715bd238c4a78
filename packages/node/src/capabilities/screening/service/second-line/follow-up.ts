import type { Candidate } from '@entente/contracts/screening';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Asking } from '../../../access/index.ts';
import type { SecondLineCase, StoredVerdict } from '../../model/case.ts';
import { confirmedHit } from '../../rules/confirmed-hit.ts';
import { type Concern, isToBeSent } from '../../rules/report.ts';
import type { ScreeningParts } from '../parts.ts';

/** A verdict with what it is on, and whom it concerns. */
export interface Settled {
  of: SecondLineCase;
  candidate: Candidate;
  given: StoredVerdict;
  concern: Concern;
}

/**
 * Hands a hit on, in the transaction of the step that settled it: to this state's own cases, or to those of the alert's owner
 * where an officer chose so. Of any other hit no room hears.
 */
export async function followUp(
  tx: Tx,
  { announceHit }: Pick<ScreeningParts, 'announceHit'>,
  asking: Asking,
  { of, candidate, given, concern }: Settled,
): Promise<void> {
  const goesOn = concern === 'own' || (concern === 'owner' && given.report !== undefined && isToBeSent(given.report));
  if (goesOn) await announceHit(tx, asking, confirmedHit(of, candidate, given));
}
