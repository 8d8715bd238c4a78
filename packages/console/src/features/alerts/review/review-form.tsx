import type { AlertView, Review } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { reviewAlert } from '../../../api/alerts/alert.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { LongField } from '../../../ui/field.tsx';
import formStyle from '../../../ui/form.module.css';
import { Panel } from '../../../ui/panel.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { rulesOf, StepFailure } from '../acts/step-failure.tsx';
import { useStep } from '../acts/use-step.ts';
import type { Speech } from '../words/content-words.ts';
import { ruleInWords } from '../words/rules.ts';
import { toReview, UNREVIEWED } from './answers.ts';
import { Question } from './question.tsx';
import { QUESTIONS } from './questions.ts';
import style from './review.module.css';

interface ReviewFormProps {
  alert: AlertView;
  content: AlertContent;
  speech: Speech;
}

/** The decision, with the answers and reasons that a named person stands for. */
export function ReviewForm({ alert, content, speech }: ReviewFormProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { busy, failure, take } = useStep();
  const [reviewing, setReviewing] = useState(UNREVIEWED);
  const [undecided, setUndecided] = useState(false);
  const sent = useRef(false);
  const leaving = useBlocker({
    shouldBlockFn: () => !sent.current && reviewing !== UNREVIEWED,
    enableBeforeUnload: () => reviewing !== UNREVIEWED,
    withResolver: true,
  });
  const category = speech.profile.catalogue.categories.find(({ id }) => id === content.category);
  const full = category?.review === 'full';
  const refused = new Map(rulesOf(failure).map((refusal) => [refusal.pointer, refusal]));

  /** What a rule says at this place of the review. */
  function faultAt(...pointers: string[]): string | undefined {
    const refusal = pointers.map((pointer) => refused.get(pointer)).find((one) => one !== undefined);
    return refusal && ruleInWords(intl, refusal).says;
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setUndecided(reviewing.decision === '');
    if (reviewing.decision === '') return focusWrongField(form);
    const reviewed = await take(() => reviewAlert(alert.id, toReview(alert.revision, reviewing)));
    sent.current = reviewed !== null;
    if (reviewed) await navigate({ to: '/alerts/$id', params: { id: alert.id } });
    else focusWrongField(form);
  }

  return (
    <Panel title={<FormattedMessage id="review.decision.title" />}>
      <form className={style.form} onSubmit={submit} noValidate>
        <StepFailure failure={failure} />
        {full &&
          QUESTIONS.map((question) => (
            <Question
              key={question.key}
              question={question}
              given={reviewing.answers[question.key] ?? { reasons: '' }}
              fault={faultAt(`/answers/${question.key}`)}
              reasonsFault={faultAt(`/answers/${question.key}/reasons`)}
              onAnswer={(answer) =>
                setReviewing({ ...reviewing, answers: { ...reviewing.answers, [question.key]: answer } })
              }
            />
          ))}
        {alert.suspectTerms.length > 0 && (
          <LongField
            label={intl.formatMessage({ id: 'review.suspect-terms' })}
            hint={intl.formatList(alert.suspectTerms, { type: 'conjunction' })}
            value={reviewing.suspectTerms}
            rows={3}
            dir="auto"
            maxLength={2000}
            error={faultAt('/answers/suspectTerms')}
            onChange={(event) => setReviewing({ ...reviewing, suspectTerms: event.currentTarget.value })}
          />
        )}
        <RadioField<Review['decision']>
          label={<FormattedMessage id="review.decision" />}
          value={reviewing.decision}
          choices={DECISIONS.map(({ value, label, hint }) => ({
            value,
            label: <FormattedMessage id={label} />,
            hint: <FormattedMessage id={hint} />,
          }))}
          error={undecided && reviewing.decision === '' && <FormattedMessage id="review.decision.missing" />}
          onChoose={(decision) => setReviewing({ ...reviewing, decision })}
        />
        <LongField
          label={intl.formatMessage({ id: 'acts.reasons' })}
          hint={<FormattedMessage id="review.reasons.hint" />}
          value={reviewing.reasons}
          rows={3}
          dir="auto"
          maxLength={4000}
          error={faultAt('/reasons')}
          onChange={(event) => setReviewing({ ...reviewing, reasons: event.currentTarget.value })}
        />
        {leaving.status === 'blocked' && (
          <Confirmation
            title={intl.formatMessage({ id: 'review.leave' })}
            consequence={<FormattedMessage id="review.leave.consequence" />}
            verb={intl.formatMessage({ id: 'issue.leave.act' })}
            keep={intl.formatMessage({ id: 'issue.leave.keep' })}
            act={async () => leaving.proceed()}
            onClose={() => leaving.reset()}
          />
        )}
        <div className={formStyle.buttons}>
          <Button type="submit" weight={reviewing.decision === 'refuse' ? 'grave' : 'main'} busy={busy}>
            <FormattedMessage id={reviewing.decision === '' ? 'review.act' : ACTS[reviewing.decision]} />
          </Button>
        </div>
      </form>
    </Panel>
  );
}

const DECISIONS = [
  { value: 'approve', label: 'review.approve', hint: 'review.approve.hint' },
  { value: 'return', label: 'review.return', hint: 'review.return.hint' },
  { value: 'refuse', label: 'review.refuse', hint: 'review.refuse.hint' },
] as const;

const ACTS = {
  approve: 'review.act.approve',
  return: 'review.act.return',
  refuse: 'review.act.refuse',
} as const;
