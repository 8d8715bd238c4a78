/** A birth date as numbers; 0 stands for an unknown month or day. `lastYear` differs from `year` for a range. */
export interface PartialDate {
  year: number;
  month: number;
  day: number;
  lastYear: number;
  circa: boolean;
}
