import type { AlertView, Review } from '@entente/contracts/alerts/alert';
import type { Asking } from '../../../access/index.ts';
import type { StoredVersion } from '../../model.ts';
import { assessContent, findSuspectTerms } from '../../rules/assess.ts';
import { plainAudience } from '../../rules/circulation.ts';
import { endOfDay } from '../../rules/days.ts';
import { decideOutcome } from '../../rules/lifecycle.ts';
import { assessReview } from '../../rules/review.ts';
import type { AlertChange } from '../../store/alerts.ts';
import { setVersionState } from '../../store/versions.ts';
import { changeAlert, type Done } from './change-alert.ts';
import type { AlertParts } from './parts.ts';
import { refuseBy } from './refusal.ts';
import type { WholeAlert } from './standing.ts';
import { circumstancesAt } from './submit.ts';

const EVENTS = { approve: 'alerts.approved', return: 'alerts.returned', refuse: 'alerts.version-refused' } as const;
const STEPS = { approve: 'approved', return: 'returned', refuse: 'refused' } as const;

/**
 * The second officer's decision, with reasons. What is approved must be lawful today, not only on the day it was
 * submitted; it answers at the desk from then on.
 */
export async function review(
  parts: AlertParts,
  asking: Asking,
  { id, ...given }: Review & { id: string },
): Promise<AlertView> {
  const asked = { id, revision: given.revision, move: 'review' } as const;
  return await changeAlert(parts, asking, asked, async (tx, whole, now) => {
    const pending = whole.pending!;
    const circumstances = circumstancesAt(parts, whole, now);
    refuseBy([
      ...assessReview(given, {
        content: pending.content,
        circumstances,
        authors: pending.authors,
        reviewer: asking.officer.id,
        suspectTerms: findSuspectTerms(pending.content, parts.membership.grounds()),
      }),
      ...(given.decision === 'approve' ? assessContent(pending.content, circumstances) : []),
    ]);
    const { status, pending: state } = decideOutcome({ review: given.decision }, whole.standing);
    if (state !== 'none') await setVersionState(tx, id, pending.number, state);
    return {
      event: EVENTS[given.decision],
      facts: { version: pending.number, kind: pending.kind },
      change: { status, ...changeBy(given.decision, parts.state, whole, pending, now) },
      step: {
        step: STEPS[given.decision],
        version: pending.number,
        words: { reasons: given.reasons, answers: given.answers },
      },
      ...feedOf(given.decision, whole),
    };
  });
}

/** What is approved becomes the version in force; what is returned goes on being written. */
function changeBy(
  decision: Review['decision'],
  { timeZone }: AlertParts['state'],
  { alert }: WholeAlert,
  { number, content }: StoredVersion,
  now: Date,
): AlertChange {
  if (decision === 'return') return {};
  if (decision === 'refuse') return { pending: null };
  return {
    current: number,
    pending: null,
    category: content.category,
    kind: content.subject.kind,
    action: content.action!,
    inForceAt: alert.inForceAt ?? now,
    expiresAt: endOfDay(content.expiresOn!, timeZone),
    reviewAt: endOfDay(content.reviewOn!, timeZone),
    ...plainAudience(content),
  };
}

function feedOf(decision: Review['decision'], { current }: WholeAlert): Pick<Done, 'feed'> {
  if (decision !== 'approve') return {};
  return { feed: current ? 'changed' : 'added' };
}
