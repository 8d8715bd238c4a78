import type { GuideStep, GuideView } from '@entente/contracts/access/guide';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { GuideActs } from './acts.ts';
import style from './guide.module.css';
import { GuideStepItem } from './guide-step-item.tsx';
import { type Opened, openStep } from './progress.ts';

interface GuideStepsProps {
  steps: GuideView['steps'];
  next: GuideStep | undefined;
  acts: GuideActs;
}

/** The steps in their order: done ones folded to a line, the next one open. */
export function GuideSteps({ steps, next, acts }: GuideStepsProps) {
  const intl = useIntl();
  const [chosen, setChosen] = useState<Opened | null>(null);
  const open = openStep(next, chosen);
  return (
    <ol className={style.steps} aria-label={intl.formatMessage({ id: 'guide.steps' })}>
      {steps.map(({ step, doneAt }) => (
        <GuideStepItem
          key={step}
          step={step}
          doneAt={doneAt}
          next={step === next}
          open={step === open}
          onToggle={() => setChosen({ whileNext: next, step: step === open ? null : step })}
          acts={acts}
        />
      ))}
    </ol>
  );
}
