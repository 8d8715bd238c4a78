import type { HitReported } from '@entente/contracts/cases/envelopes';
import type { ConfirmedHit } from '../../screening/index.ts';
import type { FollowUpPersonal } from '../model/case.ts';

/** What of a hit is kept sealed. */
export function personalOf({ met, documents, compared, taken }: ConfirmedHit): FollowUpPersonal {
  return {
    ...(met && { met: { ...met, at: met.at.toISOString() } }),
    documents,
    compared,
    ...(taken !== undefined && { taken }),
  };
}

/** The body of the envelope to the owner: what was decided to be reported, under the thread's id. */
export function reportBody(thread: string, hit: ConfirmedHit, urgent: boolean): HitReported {
  return {
    thread,
    alert: { reference: hit.alert.reference },
    urgent,
    ...personalOf(hit),
    ...(hit.words !== undefined && { words: hit.words }),
  };
}
