import type { ListedBirthDate } from '@entente/contracts/alerts';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { type Circumstances, type ContentCheck, categoryOf, today } from '../case.ts';
import { addYears, isDay, lastDayOf } from '../days.ts';
import { breachIf, isBlank, requireWritten } from '../written.ts';

/** A person is a child below this age (Convention on the Rights of the Child, article 1). */
const MAJORITY = 18;

/** How far off a birth date "about" a year may be; the matcher allows as much. */
const CIRCA_YEARS = 3;

/** That the person may be a minor: when majority comes at the latest, and which birth date says so. */
export interface Minority {
  majority: string;
  pointer: string;
}

/**
 * Whether the person may be under 18 today: by any birth date of any confirmed or claimed identity, each taken at its
 * youngest. Nothing written of anybody's birth makes nobody a minor.
 */
export function findMinority(
  { subject }: AlertContent,
  circumstances: Pick<Circumstances, 'now' | 'state'>,
): Minority | undefined {
  if (subject.kind !== 'person') return undefined;
  let latest: Minority | undefined;
  for (const [at, { status, birthDates }] of subject.identities.entries()) {
    if (status !== 'confirmed' && status !== 'claimed') continue;
    for (const [place, birthDate] of birthDates.entries()) {
      const majority = majorityOf(birthDate);
      if (majority === undefined || (latest && majority <= latest.majority)) continue;
      latest = { majority, pointer: `/subject/identities/${at}/birthDates/${place}` };
    }
  }
  return latest && latest.majority > today(circumstances) ? latest : undefined;
}

/** The 18th birthday by the youngest reading of a birth date; none of a date that is no day. */
function majorityOf({ date, to, circa }: ListedBirthDate): string | undefined {
  const days = [date, ...(to === undefined ? [] : [to])].map(lastDayOf).filter(isDay);
  const youngest = days.sort().at(-1);
  return youngest && addYears(youngest, MAJORITY + (circa ? CIRCA_YEARS : 0));
}

/** What a person who may be a child is owed. */
export const MINOR_CHECKS = {
  'minor-never': (content, circumstances) => {
    const minority = findMinority(content, circumstances);
    const category = categoryOf(content, circumstances);
    return breachIf(minority !== undefined && category?.minorActions.length === 0, minority?.pointer ?? '');
  },

  'minor-protective-first': (content, circumstances) => {
    const category = categoryOf(content, circumstances);
    if (!category || category.minorActions.length === 0 || !findMinority(content, circumstances)) return [];
    // Left blank or not of the category at all: other rules say so.
    const isOthers = isBlank(content.action) || !category.actions.includes(content.action!);
    return breachIf(!isOthers && !category.minorActions.includes(content.action!), '/action');
  },

  'child-protection-contact-missing': (content, circumstances) => {
    if (content.subject.kind !== 'person' || !findMinority(content, circumstances)) return [];
    // Where a minor may never be, no contact makes it lawful.
    if (categoryOf(content, circumstances)?.minorActions.length === 0) return [];
    return requireWritten(content.subject.childProtection, '/subject/childProtection', ['authority', 'contact']);
  },

  'review-at-majority': (content, circumstances) => {
    const minority = findMinority(content, circumstances);
    const { reviewOn } = content;
    const isLate = minority !== undefined && reviewOn !== undefined && isDay(reviewOn) && reviewOn > minority.majority;
    return breachIf(isLate, '/reviewOn', { latest: minority?.majority ?? '' });
  },
} as const satisfies Record<string, ContentCheck>;
