import { FormattedMessage, useIntl } from 'react-intl';
import { LongField } from '../../../ui/field.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { sourcesOf } from '../words/rules.ts';
import type { Answering } from './answers.ts';
import type { QUESTIONS } from './questions.ts';
import style from './review.module.css';

interface QuestionProps {
  question: (typeof QUESTIONS)[number];
  given: Answering;
  fault: string | undefined;
  reasonsFault: string | undefined;
  onAnswer: (answer: Answering) => void;
}

/** One question of the neutrality review: yes or no, and why the reviewer thinks so. */
export function Question({ question, given, fault, reasonsFault, onAnswer }: QuestionProps) {
  const intl = useIntl();
  const words = intl.formatMessage({ id: question.question });
  return (
    <div className={style.question}>
      <RadioField<'yes' | 'no'>
        label={words}
        hint={
          <>
            <FormattedMessage id={question.why} /> {sourcesOf([question.rule]).join('; ')}
          </>
        }
        inline
        value={given.answer === undefined ? '' : given.answer ? 'yes' : 'no'}
        choices={[
          { value: 'yes', label: <FormattedMessage id="review.yes" /> },
          { value: 'no', label: <FormattedMessage id="review.no" /> },
        ]}
        error={fault}
        onChoose={(answer) => onAnswer({ ...given, answer: answer === 'yes' })}
      />
      <LongField
        label={intl.formatMessage({ id: 'review.why' })}
        aria-label={`${intl.formatMessage({ id: 'review.why' })}: ${words}`}
        value={given.reasons}
        rows={2}
        dir="auto"
        maxLength={2000}
        error={reasonsFault}
        onChange={(event) => onAnswer({ ...given, reasons: event.currentTarget.value })}
      />
    </div>
  );
}
