import type { IntlShape } from 'react-intl';

const MINUTE_MS = 60_000;
/** Shorter than this, seconds matter. */
const SHORT_MS = 10 * MINUTE_MS;

/** A length of time in words: 2 h 47 min; under ten minutes with the seconds. */
export function durationInWords(intl: IntlShape, ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const minutes = Math.floor(seconds / 60);
  if (ms < SHORT_MS) {
    return intl.formatMessage({ id: 'duration.seconds' }, { minutes, seconds: String(seconds % 60).padStart(2, '0') });
  }
  return minutes < 60
    ? intl.formatMessage({ id: 'duration.minutes' }, { minutes })
    : intl.formatMessage({ id: 'duration.hours' }, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
