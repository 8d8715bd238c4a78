import type { DetentionClock } from '@entente/contracts/screening/second-line';
import { FormattedMessage, useIntl } from 'react-intl';
import { durationInWords } from '../../../ui/duration.ts';
import { Shape } from '../../../ui/mark.tsx';
import { useNow } from '../../../ui/now.ts';
import style from './clock.module.css';
import { readClock } from './clock.ts';

const WORDS = {
  running: 'clock.running',
  warning: 'clock.warning',
  over: 'clock.over',
  stopped: 'clock.stopped',
} as const;

/** A running clock in a line: shape, word and the time left; each state told apart without its colour. */
export function ClockMark({ clock, large = false }: { clock: DetentionClock | null; large?: boolean }) {
  const intl = useIntl();
  const now = useNow();
  if (!clock) {
    return (
      <span className={style.none}>
        <FormattedMessage id="clock.none" />
      </span>
    );
  }
  const { state, ms } = readClock(clock, now);
  return (
    <span className={style.clock} data-state={state} data-large={large || undefined}>
      <Shape kind={state} size={large ? 18 : 12} />
      <span>
        <FormattedMessage id={WORDS[state]} values={{ time: <b>{durationInWords(intl, ms)}</b> }} />
      </span>
    </span>
  );
}
