import { type ContentCheck, categoryOf, today } from '../case.ts';
import { addDays, addYears, isDay } from '../days.ts';
import { breachIf, isBlank } from '../written.ts';

/** How long an alert lives, and when it is looked at again. */
export const LIFE_CHECKS = {
  'expiry-missing': ({ expiresOn }) => breachIf(expiresOn === undefined, '/expiresOn'),

  'expiry-in-the-past': ({ expiresOn }, circumstances) =>
    breachIf(isDay(expiresOn) && expiresOn < today(circumstances), '/expiresOn', { date: expiresOn ?? '' }),

  /** An amendment leaves the expiry that was weighed before; every extension is weighed from its own day. */
  'life-too-long': (content, circumstances) => {
    const category = categoryOf(content, circumstances);
    if (!category || circumstances.kind === 'amendment') return [];
    const latest = addDays(today(circumstances), category.longestLifeDays);
    const values = { days: String(category.longestLifeDays), latest };
    return breachIf(isDay(content.expiresOn) && content.expiresOn > latest, '/expiresOn', values);
  },

  'review-date-missing': ({ reviewOn }) => breachIf(reviewOn === undefined, '/reviewOn'),

  'review-in-the-past': ({ reviewOn }, circumstances) =>
    breachIf(isDay(reviewOn) && reviewOn < today(circumstances), '/reviewOn', { date: reviewOn ?? '' }),

  'review-too-late': (content, circumstances) => {
    const category = categoryOf(content, circumstances);
    if (!category || !isDay(content.reviewOn)) return [];
    const byCategory = addDays(today(circumstances), category.reviewDays);
    const { expiresOn } = content;
    // A review after an expiry that has passed already is the expiry's fault.
    const endsFirst = isDay(expiresOn) && expiresOn >= today(circumstances) && expiresOn < byCategory;
    const latest = endsFirst ? expiresOn : byCategory;
    return breachIf(content.reviewOn > latest, '/reviewOn', { latest });
  },

  'discreet-too-long': (content, circumstances) => {
    const { authorisation } = content.ground;
    if (!categoryOf(content, circumstances)?.requires.includes('authorisation') || !isDay(authorisation?.date))
      return [];
    const latest = addYears(authorisation?.date ?? '', 1);
    return breachIf(isDay(content.expiresOn) && content.expiresOn > latest, '/expiresOn', { latest });
  },

  'extension-needs-authorisation': (content, circumstances) => {
    const { kind, before } = circumstances;
    const { authorisation } = content.ground;
    if (kind !== 'extension' || !authorisation || isBlank(authorisation.number)) return [];
    if (!categoryOf(content, circumstances)?.extensionNeedsAuthorisation) return [];
    const last = before?.ground.authorisation;
    const isSame = last !== undefined && sameNumber(authorisation.number, last.number);
    const isOlder = last !== undefined && authorisation.date < last.date;
    return breachIf(isSame || isOlder, `/ground/authorisation/${isSame ? 'number' : 'date'}`);
  },
} as const satisfies Record<string, ContentCheck>;

/** Whether two numbers are one, however they are spaced and written. */
function sameNumber(left: string, right: string): boolean {
  const [one, other] = [left, right].map((number) => number.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return one?.toLowerCase() === other?.toLowerCase();
}
