/** A header tells whole seconds: less than this is no difference. */
const SAME_MS = 1_500;

let ahead = 0;

/** Takes the node's time from an answer's `date` header, so that a desk's own clock set wrong shortens nobody's time. */
export function hearNodeTime(date: string | null, now = Date.now()): void {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const heard = told + 500 - now;
  if (Math.abs(heard - ahead) > SAME_MS) ahead = Math.abs(heard) > SAME_MS ? heard : 0;
}

/** The node's time, in milliseconds since 1970. */
export function nodeNow(now = Date.now()): number {
  return now + ahead;
}
