import type { CaseEntry, CaseSummary, CaseView } from '@entente/contracts/cases';
import type { CaseFile } from '@entente/contracts/cases/files';
import type { Tx } from '../../../platform/database/database.ts';
import { type Asking, attribution, readDisplayNames } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { type Sent, viewSent } from '../../exchange/index.ts';
import type { FollowUp } from '../model/case.ts';
import type { Entry } from '../model/entry.ts';
import { askAboutWork } from '../policy.ts';
import { alarmOf } from '../rules/alarm.ts';
import { clockOf, firstDue } from '../rules/clocks.ts';
import { openSteps } from '../rules/steps.ts';
import { listEntries } from '../store/entries.ts';
import { readFiles } from './files/read-files.ts';
import type { CasesParts } from './parts.ts';

/** Officers' names by their ids. */
type Names = ReadonlyMap<string, string>;

/** A case as lists show it. */
export function summarise(of: FollowUp, names: Names, due: Date | undefined): CaseSummary {
  return {
    id: of.id,
    side: of.side,
    other: of.other?.state ?? null,
    alert: of.alert,
    urgent: of.urgent,
    alarm: alarmOf(of),
    openedAt: of.openedAt.toISOString(),
    changedAt: of.changedAt.toISOString(),
    acknowledgedAt: of.acknowledgedAt?.toISOString() ?? null,
    closedAt: of.closedAt?.toISOString() ?? null,
    officer: nameOf(of.officer, names),
    dueAt: due?.toISOString() ?? null,
  };
}

/** Shows a case with its thread, and records the look. */
export async function showFollowUp(tx: Tx, parts: CasesParts, asking: Asking, of: FollowUp): Promise<CaseView> {
  const entries = await listEntries(tx, of.id);
  await recordEvent(tx, {
    ...attribution(asking),
    at: parts.clock.now(),
    event: 'cases.read',
    outcome: 'done',
    subject: { kind: 'case', ref: of.id },
    facts: { alert: of.alert.reference, entries: entries.length },
  });
  return await viewFollowUp(tx, parts, asking, of, entries);
}

async function viewFollowUp(
  tx: Tx,
  { access, clock, exchange }: CasesParts,
  asking: Asking,
  of: FollowUp,
  entries: Entry[],
): Promise<CaseView> {
  const officers = [of, ...entries].flatMap(({ officer }) => officer ?? []);
  const names = await readDisplayNames(tx, [...new Set(officers)]);
  const carried = entries.flatMap(({ outbox }) => outbox ?? []);
  const sent = await viewSent(tx, carried);
  const files = await readFiles(tx, exchange, of, entries);
  const now = clock.now();
  const { met = null, documents, compared, taken = null } = of.personal;
  const recorded = entries.some(({ kind, here }) => kind === 'outcome' && here);
  return {
    ...summarise(of, names, firstDue(entries)),
    met,
    documents,
    compared,
    taken,
    entries: entries.map((entry) => showEntry(entry, { names, sent, files, now })),
    may: access.decide(askAboutWork(asking)).allowed ? openSteps(of, { recorded }) : [],
  };
}

/** What entries are shown with. */
interface Beside {
  names: Names;
  sent: ReadonlyMap<string, Sent>;
  files: ReadonlyMap<string, CaseFile[]>;
  now: Date;
}

function showEntry(entry: Entry, { names, sent, files, now }: Beside): CaseEntry {
  const { id, number, kind, form, urgent, answers, outcome, here, officer, at, outbox, record, personal } = entry;
  return {
    id,
    number,
    kind,
    form,
    urgent,
    answers,
    outcome,
    by: here ? 'here' : 'there',
    officer: nameOf(officer, names),
    at: at.toISOString(),
    text: personal.text,
    clock: clockOf(entry, now),
    delivery: outbox === null ? null : (sent.get(outbox)?.state ?? 'waiting'),
    files: files.get(id) ?? [],
    record,
  };
}

function nameOf(officer: string | null, names: Names): { id: string; name: string } | null {
  return officer === null ? null : { id: officer, name: names.get(officer) ?? '' };
}
