import type { GuideStep } from '@entente/contracts/access/guide';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { Hidden } from '../../ui/hidden.tsx';
import type { GuideActs } from './acts.ts';
import { DoneAt } from './done-at.tsx';
import style from './guide.module.css';
import { StepBody } from './step-body.tsx';
import { StepElsewhereBody } from './step-elsewhere.tsx';
import { StepSign } from './step-sign.tsx';
import { type GuidedStep, STEPS, type StepElsewhere } from './steps.ts';

interface GuideStepItemProps {
  step: GuideStep;
  doneAt: string | null;
  next: boolean;
  open: boolean;
  onToggle: () => void;
  acts: GuideActs;
}

/** One step: whether and when it was done, and opened what there is to do. */
export function GuideStepItem({ step, doneAt, next, open, onToggle, acts }: GuideStepItemProps) {
  const body = useId();
  const state = doneAt !== null ? 'done' : next ? 'next' : 'later';
  return (
    <li className={style.step} data-state={state} aria-current={next ? 'step' : undefined}>
      <h3>
        <button type="button" className={style.line} aria-expanded={open} aria-controls={body} onClick={onToggle}>
          <StepSign state={state} />
          <span className={style.name}>
            <FormattedMessage id={STEPS[step].title} />
          </span>
          <Hidden>
            <FormattedMessage id={STATES[state]} />
          </Hidden>
          {doneAt !== null && <DoneAt at={doneAt} />}
        </button>
      </h3>
      <div id={body} hidden={!open}>
        {open && <Body step={STEPS[step]} acts={acts} />}
      </div>
    </li>
  );
}

function Body({ step, acts }: { step: GuidedStep | StepElsewhere; acts: GuideActs }) {
  return 'elsewhere' in step ? <StepElsewhereBody step={step} /> : <StepBody step={step} acts={acts} />;
}

const STATES = { done: 'guide.state.done', next: 'guide.state.next', later: 'guide.state.later' } as const;
