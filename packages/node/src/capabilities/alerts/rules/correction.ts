import type { Identity, ListedSubject } from '@entente/contracts/alerts';
import type { NewCorrection } from '@entente/contracts/alerts/corrections';
import { scriptOf } from '../lists/text.ts';
import type { CorrectedSubject, StandingCorrection } from '../model.ts';

/** Why a correction is not taken. */
export type CorrectionRefusal = 'not-on-entry' | 'already-on-entry' | 'nothing-left' | 'no-date';

/** Holds a correction against the entry as its list gives it, and against what stands beside it already. */
export function refuseCorrection(
  subject: ListedSubject,
  given: NewCorrection,
  standing: readonly StandingCorrection[] = [],
): CorrectionRefusal | undefined {
  const { kind, value, instead } = given;
  const isDate = kind === 'additional-birth-date' || kind === 'wrong-birth-date';
  if (isDate && !isWritten(value)) return 'no-date';
  const listed = valuesOf(subject, isDate);
  if (instead !== undefined && !listed.includes(instead)) return 'not-on-entry';
  if (kind === 'additional-name' || kind === 'additional-birth-date')
    return listed.includes(value) ? 'already-on-entry' : undefined;
  if (!listed.includes(value)) return 'not-on-entry';
  // An entry without a name would be met by nobody.
  return kind === 'wrong-name' && leavesNoName(listed, value, standing) ? 'nothing-left' : undefined;
}

function leavesNoName(listed: readonly string[], value: string, standing: readonly StandingCorrection[]): boolean {
  const wrong = new Set(standing.filter(({ kind }) => kind === 'wrong-name').map((one) => one.value)).add(value);
  return listed.every((name) => wrong.has(name)) && !standing.some(({ kind }) => kind === 'additional-name');
}

/** Whether the list itself has changed what a correction is about: then the list is heard, not what was said of its old words. */
export function isOvertaken({ kind, value, instead }: StandingCorrection, now: ListedSubject): boolean {
  const listed = valuesOf(now, kind === 'additional-birth-date' || kind === 'wrong-birth-date');
  if (kind === 'wrong-name' || kind === 'wrong-birth-date') return !listed.includes(value);
  return listed.includes(value) || (instead !== undefined && !listed.includes(instead));
}

/** The entry as it is to be met: its list's words without those held to be wrong, and with those added. The list's record is not touched. */
export function applyCorrections(subject: ListedSubject, standing: readonly StandingCorrection[]): CorrectedSubject {
  if (standing.length === 0) return subject;
  const wrong = (kind: StandingCorrection['kind']) =>
    new Set(standing.filter((one) => one.kind === kind).map(({ value }) => value));
  const [names, dates] = [wrong('wrong-name'), wrong('wrong-birth-date')];
  const identities = subject.identities.map((identity) => ({
    ...identity,
    names: identity.names.filter(({ full }) => !names.has(full)),
    birthDates: identity.birthDates.filter(({ date }) => !dates.has(date)),
  }));
  for (const correction of standing) add(identities, subject.identities, correction);
  // Several corrections together may leave an identity without a name; then it keeps those of its list.
  const named = identities.map((identity, at) =>
    identity.names.length > 0 ? identity : { ...identity, names: subject.identities[at]!.names },
  );
  return {
    ...subject,
    identities: named,
    corrections: standing.map(({ kind, value, by, at }) => ({ kind, value, by, at })),
  };
}

function add(identities: Identity[], listed: readonly Identity[], { kind, value, instead }: StandingCorrection): void {
  const meant = instead === undefined ? 0 : listed.findIndex((identity) => holds(identity, instead));
  const identity = identities[Math.max(0, meant)]!;
  if (kind === 'additional-name')
    identity.names.push({ full: value, kind: 'alias', quality: 'good', script: scriptOf(value) });
  if (kind === 'additional-birth-date') identity.birthDates.push({ date: value });
}

function holds({ names, birthDates }: Identity, value: string): boolean {
  return names.some(({ full }) => full === value) || birthDates.some(({ date }) => date === value);
}

function valuesOf({ identities }: ListedSubject, dates: boolean): string[] {
  return identities.flatMap(({ names, birthDates }) =>
    dates ? birthDates.map(({ date }) => date) : names.map(({ full }) => full),
  );
}

/** `1971`, `1971-04` or `1971-04-28` where there is such a day. */
function isWritten(date: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (year === undefined) return false;
  const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}
