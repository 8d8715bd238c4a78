import type { GuideStep } from '@entente/contracts/access/guide';
import { useEffect, useId, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { Hidden } from '../../ui/hidden.tsx';
import type { GuideActs } from './acts.ts';
import { DoneAt } from './done-at.tsx';
import { EvidenceBody } from './evidence-body.tsx';
import style from './guide.module.css';
import { IncidentBody } from './incident-body.tsx';
import { StepBody } from './step-body.tsx';
import { StepElsewhereLink } from './step-elsewhere.tsx';
import { StepSign } from './step-sign.tsx';
import { STEPS, type StepElsewhere } from './steps.ts';

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
  const item = useRef<HTMLLIElement>(null);
  const state = doneAt !== null ? 'done' : next ? 'next' : 'later';
  // The step that opens is seen whole, however far down it stands.
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={item} className={style.step} data-state={state} aria-current={next ? 'step' : undefined}>
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
        {open && <Body name={step} acts={acts} />}
      </div>
    </li>
  );
}

function Body({ name, acts }: { name: GuideStep; acts: GuideActs }) {
  const step = STEPS[name];
  if ('incident' in step) return <IncidentBody name={name} step={step} acts={acts} />;
  if ('commands' in step) return <EvidenceBody step={step} />;
  if ('elsewhere' in step) return <ElsewhereBody name={name} step={step} />;
  return <StepBody step={step} acts={acts} />;
}

function ElsewhereBody({ name, step: { lead, elsewhere } }: { name: GuideStep; step: StepElsewhere }) {
  const described = useId();
  return (
    <div className={style.body}>
      <p id={described}>
        <FormattedMessage id={lead} />
      </p>
      <StepElsewhereLink step={name} elsewhere={elsewhere} describedBy={described} />
    </div>
  );
}

const STATES = { done: 'guide.state.done', next: 'guide.state.next', later: 'guide.state.later' } as const;
