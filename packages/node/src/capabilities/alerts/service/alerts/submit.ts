import type { AlertView, Alike, Assessment } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { Asking } from '../../../access/index.ts';
import type { Considered, StoredAlert, StoredVersion } from '../../model.ts';
import { findUnconsidered } from '../../rules/alike.ts';
import { assessContent, findSuspectTerms } from '../../rules/assess.ts';
import { decideOutcome } from '../../rules/lifecycle.ts';
import { updateVersion } from '../../store/versions.ts';
import { changeAlert } from './change-alert.ts';
import { type AlertParts, circumstancesOf } from './parts.ts';
import { refuseBy } from './refusal.ts';
import { lookAt } from './search-alerts.ts';
import type { WholeAlert } from './standing.ts';

/** Hands a version to a second officer. Every rule must hold, and each of those alike must have been considered. */
export async function submit(
  parts: AlertParts,
  asking: Asking,
  { id, revision, considered }: { id: string; revision: number; considered: Considered[] },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'submit' }, async (tx, whole, now) => {
    const { alert, pending, standing } = whole;
    const { content } = pending!;
    const alike = await findAlike(parts, alert, content, pending!);
    refuseBy([...assessContent(content, circumstancesAt(parts, whole, now)), ...findUnconsidered(alike, considered)]);
    const { unfinished: _, ...finished } = pending!;
    await updateVersion(tx, { ...finished, state: 'in-review', considered });
    return {
      event: 'alerts.submitted',
      facts: { version: pending!.number, kind: pending!.kind, alike: alike.length },
      change: { status: decideOutcome('submit', standing).status },
      step: { step: 'submitted', version: pending!.number },
    };
  });
}

/** What stands in the way of the version being written, and who is alike. Naming those alike is a look at them. */
export async function assess(parts: AlertParts, asking: Asking, id: string): Promise<Assessment> {
  return await lookAt(parts, asking, id, 'alerts.assessed', async (_, whole) => {
    const version = whole.pending ?? whole.current;
    if (!version) return { refusals: [], suspectTerms: [], alike: [] };
    const { content } = version;
    return {
      refusals: assessContent(content, circumstancesAt(parts, whole, parts.clock.now())),
      suspectTerms: findSuspectTerms(content, parts.membership.grounds()),
      alike: await findAlike(parts, whole.alert, content, version),
    };
  });
}

/** What the version being written is weighed by. */
export function circumstancesAt(parts: AlertParts, { alert, current, pending }: WholeAlert, now: Date) {
  return circumstancesOf(parts, now, {
    kind: pending?.kind ?? 'issue',
    before: current?.content,
    inForceSince: alert.inForceAt,
  });
}

/** An extension says nothing new of whom it is about. */
async function findAlike(
  parts: AlertParts,
  alert: StoredAlert,
  content: AlertContent,
  { kind }: Pick<StoredVersion, 'kind'>,
): Promise<Alike[]> {
  return kind === 'extension' ? [] : await parts.index.findAlike(content, alert.id);
}
