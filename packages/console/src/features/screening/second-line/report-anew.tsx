import type { Candidate } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { chooseReport, keepCase } from '../../../api/screening/second-line.ts';
import { Button } from '../../../ui/button.tsx';
import { useCountries } from '../../../ui/countries.ts';
import style from '../../../ui/form.module.css';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { RefusedRules } from '../refused-rules.tsx';
import { takeUpNewer } from './conflict.ts';
import { chosenOf, isProtected, missingAnswer, NO_ANSWERS } from './report-answers.ts';
import { ReportFields } from './report-fields.tsx';

/** The choice anew, after a second officer did not agree. */
export function ReportAnew({ view, candidate }: { view: SecondLineView; candidate: Candidate }) {
  const client = useQueryClient();
  const countries = useCountries();
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const spared = isProtected(view, answers);
  async function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const report = chosenOf(answers);
    if (!report || missingAnswer(answers, spared)) return focusWrongField(event.currentTarget);
    setFailure(null);
    try {
      keepCase(client, await chooseReport(view.id, { revision: view.revision, candidate: candidate.key, report }));
    } catch (error) {
      await takeUpNewer(client, view.id, error);
      setFailure(error);
    }
  }
  return (
    <form className={style.form} onSubmit={(event) => void choose(event)} noValidate>
      {failure !== null && <RefusedRules error={failure} />}
      <ReportFields
        owner={candidate.source.kind === 'alert' ? countries.name(candidate.source.owner) : ''}
        answers={answers}
        spared={spared}
        refugeePapers={view.refugeePapers}
        claimKnown
        tried={tried}
        onChange={setAnswers}
      />
      <div className={style.buttons}>
        <Button type="submit" weight="main">
          <FormattedMessage id="report.choose" />
        </Button>
      </div>
    </form>
  );
}
