import { compareBirthDates, readListedDate } from '../facts/birth-date.ts';
import type { PartialDate } from '../facts/partial-date.ts';
import type { Findings } from '../facts/weighing.ts';
import type { IndexedSubject, Sex } from '../model.ts';

/** The facts of a query as numbers. */
export interface QueriedFacts {
  birthDate: PartialDate | undefined;
  /** See `packState`; 0 when unknown. */
  nationality: number;
  /** 0 unknown, 1 male, 2 female. */
  sex: number;
}

/** A subject's facts as numbers: sex, number of nationalities, those, number of birth dates, four numbers each. */
export function packFacts({ sex, nationalities, birthDates }: IndexedSubject): number[] {
  const dates = birthDates.map(readListedDate).filter((date) => date !== undefined);
  return [
    packSex(sex),
    nationalities.length,
    ...nationalities.map(packState),
    dates.length,
    ...dates.flatMap(({ year, month, day, lastYear, circa }) => [year, month * 100 + day, lastYear, Number(circa)]),
  ];
}

/** Three capitals as one number. */
export function packState(iso3: string | undefined): number {
  let packed = 0;
  for (const letter of iso3 ?? '') packed = packed * 32 + (letter.charCodeAt(0) & 31);
  return packed;
}

export function packSex(sex: Sex | undefined): number {
  if (sex === 'male') return 1;
  return sex === 'female' ? 2 : 0;
}

/** Compares facts as `judge` does, but on numbers; documents are looked up elsewhere. */
export function compareFacts(query: QueriedFacts, packed: Int32Array, from: number): Findings {
  let at = from;
  const sex = packed[at++]!;
  const states = packed[at++]!;
  let agrees = false;
  for (const end = at + states; at < end; at++) agrees ||= packed[at] === query.nationality;
  const nationality = query.nationality === 0 || states === 0 ? 0 : agrees ? 1 : -1;
  const dates: PartialDate[] = [];
  for (let left = query.birthDate ? packed[at]! : 0, date = at + 1; left > 0; left--, date += 4) {
    const monthDay = packed[date + 1]!;
    dates.push({
      year: packed[date]!,
      month: Math.floor(monthDay / 100),
      day: monthDay % 100,
      lastYear: packed[date + 2]!,
      circa: packed[date + 3] === 1,
    });
  }
  return {
    birthDate: compareBirthDates(query.birthDate, dates).value,
    nationality,
    sex: query.sex === 0 || sex === 0 ? 0 : query.sex === sex ? 1 : -1,
    document: 0,
  };
}
