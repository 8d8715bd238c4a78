import type { AlertContent, AlertIdentity } from '@entente/contracts/alerts/content';
import { type Breach, type Circumstances, type ContentCheck, today } from '../case.ts';
import { addYears, firstDayOf, isDay, isPartialDay, lastDayOf } from '../days.ts';

/** A date somewhere in the content. `whole` are days, others may be a year or a month; `from` is the start of a span. */
interface DateAt {
  pointer: string;
  date: string;
  whole: boolean;
  from?: string;
}

/** Nobody lives longer, and nothing older bears on anybody alive; a year mistyped by a century is found. */
const LONGEST_LIFE_YEARS = 125;

const ISSUING = '/ground/issuingAuthority/date';
const WARRANT = '/ground/warrant/date';
const AUTHORISATION = '/ground/authorisation/date';
const INVALIDATION = '/subject/invalidation/date';
const TO_COME = ['/expiresOn', '/reviewOn'];
const OWN_RULE = [ISSUING, WARRANT, AUTHORISATION, INVALIDATION, ...TO_COME];

/** Days that no calendar has, and days that have not come. */
export const DATE_CHECKS = {
  'impossible-date': (content, circumstances) => {
    const earliest = addYears(today(circumstances), -LONGEST_LIFE_YEARS);
    return datesOf(content)
      .filter((at) => at.date !== '' && (!isPossible(at) || lastDayOf(at.date) < earliest))
      .map(({ pointer, date }) => ({ pointer, values: { date } }));
  },

  'issuing-date-in-future': (content, circumstances) => findFuture(content, circumstances, [ISSUING]),
  'warrant-in-future': (content, circumstances) => findFuture(content, circumstances, [WARRANT]),
  'authorisation-in-future': (content, circumstances) => findFuture(content, circumstances, [AUTHORISATION]),
  'invalidation-in-future': (content, circumstances) => findFuture(content, circumstances, [INVALIDATION]),

  'date-in-future': (content, circumstances) => {
    const others = datesOf(content).map(({ pointer }) => pointer);
    return findFuture(
      content,
      circumstances,
      others.filter((pointer) => !OWN_RULE.includes(pointer)),
    );
  },
} as const satisfies Record<string, ContentCheck>;

function isPossible({ date, whole, from }: DateAt): boolean {
  if (!(whole ? isDay(date) : isPartialDay(date))) return false;
  return from === undefined || !isPartialDay(from) || lastDayOf(date) >= firstDayOf(from);
}

/** Dates at these places that are still to come; a month or a year, when not even its first day has. */
function findFuture(content: AlertContent, circumstances: Circumstances, pointers: readonly string[]): Breach[] {
  return datesOf(content)
    .filter(({ pointer, date }) => pointers.includes(pointer) && isPartialDay(date))
    .filter(({ date }) => firstDayOf(date) > today(circumstances))
    .map(({ pointer, date }) => ({ pointer, values: { date } }));
}

/** Every date of the content that was written, with its place. */
function datesOf({ subject, ground, expiresOn, reviewOn }: AlertContent): DateAt[] {
  const days: [string, string | undefined][] = [
    [ISSUING, ground.issuingAuthority?.date],
    [WARRANT, ground.warrant?.date],
    [AUTHORISATION, ground.authorisation?.date],
    ['/ground/whereaboutsConsent/givenOn', ground.whereaboutsConsent?.givenOn],
    ['/expiresOn', expiresOn],
    ['/reviewOn', reviewOn],
  ];
  if (subject.kind === 'organisation') days.push(['/subject/designation/date', subject.designation?.date]);
  if (subject.kind === 'document') days.push([INVALIDATION, subject.invalidation?.date]);
  if (subject.kind === 'document' || subject.kind === 'blank-documents')
    days.push(['/subject/reportedOn', subject.reportedOn]);
  const act = ground.offence?.violentAct?.date;
  return [
    ...days.flatMap(([pointer, date]) => (date === undefined ? [] : [{ pointer, date, whole: true }])),
    ...(act === undefined ? [] : [{ pointer: '/ground/offence/violentAct/date', date: act, whole: false }]),
    ...(subject.kind === 'person'
      ? subject.identities.flatMap((identity, at) => datesOfIdentity(identity, `/subject/identities/${at}`))
      : []),
    ...(subject.kind === 'document' && subject.holder ? datesOfIdentity(subject.holder, '/subject/holder') : []),
  ];
}

function datesOfIdentity({ birthDates, victimConsent }: AlertIdentity, pointer: string): DateAt[] {
  const births = birthDates.flatMap(({ date, to }, at): DateAt[] => [
    { pointer: `${pointer}/birthDates/${at}/date`, date, whole: false },
    ...(to === undefined ? [] : [{ pointer: `${pointer}/birthDates/${at}/to`, date: to, whole: false, from: date }]),
  ]);
  const consent = victimConsent && {
    pointer: `${pointer}/victimConsent/givenOn`,
    date: victimConsent.givenOn,
    whole: true,
  };
  return consent ? [...births, consent] : births;
}
