import type { AlertSummary, AlertView, Step, VersionView } from '@entente/contracts/alerts/alert';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { type Asking, readDisplayNames } from '../../../access/index.ts';
import type { StoredAlert, StoredStep, StoredVersion } from '../../model.ts';
import { findSuspectTerms } from '../../rules/assess.ts';
import { describeSubject } from '../../rules/describe-subject.ts';
import { compareContents } from '../../rules/differences.ts';
import { may, suspensionMoment } from '../../rules/lifecycle.ts';
import { listPhotographs } from '../../store/photographs.ts';
import { readSteps } from '../../store/steps.ts';
import { readVersion } from '../../store/versions.ts';
import type { AlertParts } from './parts.ts';
import type { WholeAlert } from './standing.ts';

/** The names of those who acted; an operator stands under his command, the node under its own name. */
export async function namesOf(
  db: Database | Tx,
  ids: readonly string[],
): Promise<(id: string) => { id: string; name: string }> {
  const officers = [...new Set(ids)].filter((id) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id));
  const names = await readDisplayNames(db, officers);
  return (id) => ({ id, name: names.get(id) ?? id });
}

/** A line of the list; `version` is the one in force, else the one being written. */
export function summarise(
  alert: StoredAlert,
  version: Pick<StoredVersion, 'content'>,
  pending: AlertSummary['pending'],
): AlertSummary {
  const { id, reference, owner, kind, category, action, status } = alert;
  return {
    id,
    reference,
    owner,
    kind,
    category,
    action,
    status,
    pending,
    ...describeSubject(version.content.subject),
    createdAt: alert.createdAt.toISOString(),
    updatedAt: alert.updatedAt.toISOString(),
    expiresAt: alert.expiresAt?.toISOString() ?? null,
    reviewAt: alert.reviewAt?.toISOString() ?? null,
    disputed: alert.disputedAt !== null,
    acceptance: alert.acceptance,
    flag: alert.flagAction,
  };
}

/** An alert as an officer sees it, with what he may do now. Whether he may see it at all is for the caller to ask. */
export async function viewAlert(
  db: Database | Tx,
  parts: AlertParts,
  asking: Asking,
  { alert, current, pending, standing }: WholeAlert,
): Promise<AlertView> {
  const steps = await readSteps(db, alert.id);
  const shown = pending ?? current ?? (await readVersion(db, alert.id, 1));
  const officers = await namesOf(db, [...steps.map(({ by }) => by), ...shown.authors, ...(current?.authors ?? [])]);
  // What another state's node did is that state's doing.
  const names: NamesOf = (id) => (id === alert.node ? { id, name: alert.owner } : officers(id));
  const view = (version: StoredVersion): VersionView => ({
    number: version.number,
    kind: version.kind,
    state: version.state,
    author: names(version.authors.at(-1) ?? alert.owner),
    savedAt: version.savedAt.toISOString(),
    content: version.content,
    ...(version.unfinished && { unfinished: version.unfinished }),
  });
  const photographs = (await listPhotographs(db, [alert.id])).get(alert.id) ?? [];
  return {
    ...summarise(alert, current ?? shown, pendingOf(pending)),
    revision: alert.revision,
    current: current && view(current),
    pendingVersion: pending ? view(pending) : current ? null : view(shown),
    differences: pending && current ? compareContents(current.content, pending.content) : [],
    considered: shown.considered,
    suspectTerms: findSuspectTerms(shown.content, parts.membership.grounds()),
    dispute: viewDispute(alert, steps, parts.membership.procedure().disputeSuspendsAfterHours),
    steps: steps.map((step) => viewStep(step, names)),
    photographs: photographs.map(({ id, identity, addedAt, width, height }) => ({
      id,
      identity,
      addedAt: addedAt.toISOString(),
      width,
      height,
    })),
    may: may(standing, {
      now: parts.clock.now(),
      officer: asking.officer.id,
      granted: parts.access.actionsOf(asking.officer),
    }),
  };
}

function pendingOf(pending: StoredVersion | null): AlertSummary['pending'] {
  return pending && { kind: pending.kind, state: pending.state };
}

function viewStep({ number, at, step, by, version, record, personal }: StoredStep, names: NamesOf): Step {
  return {
    number,
    at: at.toISOString(),
    step,
    by: names(by),
    version,
    ...(personal?.reasons !== undefined && { reasons: personal.reasons }),
    ...(personal?.answers !== undefined && { answers: personal.answers }),
    record,
  };
}

type NamesOf = Awaited<ReturnType<typeof namesOf>>;

function viewDispute(alert: StoredAlert, steps: StoredStep[], afterHours: number): AlertView['dispute'] {
  const disputed = steps.findLast(({ step }) => step === 'disputed');
  if (alert.disputedAt === null || !disputed) return null;
  return {
    receivedAt: alert.disputedAt.toISOString(),
    by: disputed.personal?.by ?? '',
    grounds: disputed.personal?.reasons ?? '',
    suspendsAt: suspensionMoment(alert.disputedAt, afterHours).toISOString(),
  };
}
