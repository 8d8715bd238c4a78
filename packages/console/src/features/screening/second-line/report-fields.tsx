import { FormattedMessage, useIntl } from 'react-intl';
import { ChecksField } from '../../../ui/checks-field.tsx';
import { LongField } from '../../../ui/field.tsx';
import { Note } from '../../../ui/note.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { missingAnswer, needsReason, type ReportAnswers } from './report-answers.ts';
import { CHOICES, CHOSEN } from './report-words.ts';

interface ReportFieldsProps {
  /** The state whose alert it is, in words. */
  owner: string;
  answers: ReportAnswers;
  spared: boolean;
  refugeePapers: boolean;
  /** The claim has been answered before, and is not asked again. */
  claimKnown?: boolean;
  tried: boolean;
  onChange: (answers: ReportAnswers) => void;
}

/** What the owner of the alert is told. Nothing is chosen beforehand, unless the person is protected. */
export function ReportFields(props: ReportFieldsProps) {
  const { owner, answers, spared, refugeePapers, claimKnown = false, tried, onChange } = props;
  const intl = useIntl();
  const missing = tried ? missingAnswer(answers, spared) : null;
  function claim(claims: boolean) {
    const turned = claims && answers.choice === '' ? ('do-not-report' as const) : answers.choice;
    onChange({ ...answers, claims, choice: turned });
  }
  return (
    <>
      {!claimKnown && (
        <ChecksField
          label={<FormattedMessage id="report.protection" />}
          hint={<FormattedMessage id="report.protection.hint" />}
          values={answers.claims ? ['claims'] : []}
          choices={[{ value: 'claims', label: <FormattedMessage id="report.protection.claims" /> }]}
          onChange={(values) => claim(values.length > 0)}
        />
      )}
      {spared && (
        <Note tone="warning" title={<FormattedMessage id="report.protected" />}>
          <p>
            <FormattedMessage id={refugeePapers ? 'report.protected.papers' : 'report.protected.claim'} />
          </p>
        </Note>
      )}
      <RadioField
        label={<FormattedMessage id="report.title" values={{ owner }} />}
        hint={<FormattedMessage id="report.hint" />}
        error={missing === 'choice' && <FormattedMessage id="report.missing" />}
        value={answers.choice}
        choices={CHOSEN.map((value) => ({
          value,
          label: <FormattedMessage id={CHOICES[value].name} />,
          hint: <FormattedMessage id={CHOICES[value].hint} />,
        }))}
        onChoose={(choice) => onChange({ ...answers, choice })}
      />
      {needsReason(answers, spared) && (
        <LongField
          label={intl.formatMessage({ id: 'report.reason' })}
          hint={intl.formatMessage({ id: 'report.reason.hint' })}
          error={missing === 'reason' && intl.formatMessage({ id: 'report.reason.missing' })}
          value={answers.reason}
          rows={2}
          maxLength={2000}
          dir="auto"
          onChange={(event) => onChange({ ...answers, reason: event.currentTarget.value })}
        />
      )}
      {answers.choice !== '' && answers.choice !== 'do-not-report' && (
        <LongField
          label={intl.formatMessage({ id: 'report.words' })}
          hint={intl.formatMessage({
            id: answers.choice === 'report' ? 'report.words.hint' : 'report.words.hint.without',
          })}
          value={answers.words}
          rows={2}
          maxLength={4000}
          dir="auto"
          onChange={(event) => onChange({ ...answers, words: event.currentTarget.value })}
        />
      )}
    </>
  );
}
