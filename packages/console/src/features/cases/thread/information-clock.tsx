import type { CaseEntry } from '@entente/contracts/cases';
import { FormattedMessage, useIntl } from 'react-intl';
import { durationInWords } from '../../../ui/duration.ts';
import { Shape } from '../../../ui/mark.tsx';
import { useNow } from '../../../ui/now.ts';
import style from './thread.module.css';

const WORDS = {
  running: 'information.clock.running',
  over: 'information.clock.over',
  answered: 'information.clock.answered',
} as const;

const OFTEN_MS = 10_000;

/** How long the other side, or this one, still has to answer. */
export function InformationClock({ clock }: { clock: NonNullable<CaseEntry['clock']> }) {
  const intl = useIntl();
  const now = useNow(OFTEN_MS);
  const left = Date.parse(clock.dueAt) - now;
  // The clock goes on between two looks at the node.
  const state = clock.state === 'answered' ? 'answered' : left <= 0 ? 'over' : 'running';
  const time = <b>{durationInWords(intl, Math.abs(left))}</b>;
  return (
    <span className={style.clock} data-state={state}>
      <Shape kind={state === 'answered' ? 'done' : state} size={11} />
      <FormattedMessage id={WORDS[state]} values={{ time }} />
    </span>
  );
}
