import type { AlertView, Step } from '@entente/contracts/alerts/alert';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Speech } from '../words/content-words.ts';
import { STEPS } from '../words/step-words.ts';
import { GivenAnswers } from './given-answers.tsx';
import style from './history.module.css';

/** Every step with who, when and why; its audit record, and with it the proof, one press away for who may see it. */
export function HistoryView({ alert, speech }: { alert: AlertView; speech: Speech }) {
  const mayProve = useMay('audit.search');
  // What its owner did of an alert of another state stands under the state's name.
  const nameOf = (name: string) => (name === alert.owner ? speech.countries.name(name) : name);
  return (
    <Panel title={<FormattedMessage id="alert.view.history" />}>
      <ol className={style.steps}>
        {alert.steps.toReversed().map((step) => (
          <li key={step.number}>
            <StepView step={step} by={nameOf(step.by.name)} mayProve={mayProve} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function StepView({ step, by, mayProve }: { step: Step; by: string; mayProve: boolean }) {
  return (
    <>
      <p className={style.head}>
        <span className={style.word}>
          <FormattedMessage id={STEPS[step.step]} />
        </span>
        {step.version !== null && (
          <span className={style.under}>
            <FormattedMessage id="alert.view.version" values={{ number: step.version }} />
          </span>
        )}
        {mayProve && (
          <Link to="/audit/$id" params={{ id: step.record }} className={style.proof}>
            <FormattedMessage id="alert.view.record" />
          </Link>
        )}
      </p>
      <p className={style.under}>
        <bdi>{by}</bdi> · <Moment at={step.at} />
      </p>
      {step.reasons && (
        <p className={style.reasons} dir="auto">
          {step.reasons}
        </p>
      )}
      {step.answers && Object.keys(step.answers).length > 0 && <GivenAnswers answers={step.answers} />}
    </>
  );
}
