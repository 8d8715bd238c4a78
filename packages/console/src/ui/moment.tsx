import { useIntl } from 'react-intl';
import { withoutYearMark } from './day.ts';

const SHORT: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** A moment in the reader's zone; the original, in UTC, on hover. */
export function Moment({ at, seconds = false }: { at: string; seconds?: boolean }) {
  const intl = useIntl();
  const text = withoutYearMark(intl.formatDate(at, seconds ? { ...SHORT, second: '2-digit' } : SHORT));
  return (
    <time dateTime={at} title={at}>
      {text}
    </time>
  );
}
