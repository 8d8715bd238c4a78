import type { GuideStep, GuideView } from '@entente/contracts/access/guide';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { useStore } from '../../api/store.ts';
import { Hidden } from '../../ui/hidden.tsx';
import type { GuideActs } from './acts.ts';
import { chooseStep, chosenStep } from './chosen-step.ts';
import style from './guide.module.css';
import { GuideStepItem } from './guide-step-item.tsx';
import { openStep } from './progress.ts';
import { isBetweenNodes } from './steps.ts';

interface GuideStepsProps {
  steps: GuideView['steps'];
  next: GuideStep | undefined;
  acts: GuideActs;
}

/** The steps in their order, those between nodes under a heading of their own: done ones folded to a line, the next one open. */
export function GuideSteps({ steps, next, acts }: GuideStepsProps) {
  const chosen = useStore(chosenStep);
  const open = openStep(next, chosen);
  const abroad = steps.filter(({ step }) => isBetweenNodes(step));
  const items = (of: GuideView['steps']) =>
    of.map(({ step, doneAt }) => (
      <GuideStepItem
        key={step}
        step={step}
        doneAt={doneAt}
        next={step === next}
        open={step === open}
        onToggle={() => chooseStep({ whileNext: next, step: step === open ? null : step })}
        acts={acts}
      />
    ));
  if (abroad.length === 0) {
    return (
      <Chapter hidden title="guide.steps">
        {items(steps)}
      </Chapter>
    );
  }
  return (
    <>
      <Chapter title="guide.chapter.border">{items(steps.filter(({ step }) => !isBetweenNodes(step)))}</Chapter>
      <Chapter title="guide.chapter.nodes">{items(abroad)}</Chapter>
    </>
  );
}

interface ChapterProps {
  title: 'guide.steps' | 'guide.chapter.border' | 'guide.chapter.nodes';
  hidden?: boolean;
  children: React.ReactNode;
}

function Chapter({ title, hidden = false, children }: ChapterProps) {
  const name = useId();
  const words = <FormattedMessage id={title} />;
  return (
    <>
      <p id={name} className={hidden ? undefined : style.chapter}>
        {hidden ? <Hidden>{words}</Hidden> : words}
      </p>
      <ol className={style.steps} aria-labelledby={name}>
        {children}
      </ol>
    </>
  );
}
