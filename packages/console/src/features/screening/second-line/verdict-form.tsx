import type { Candidate } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import { Button } from '../../../ui/button.tsx';
import { ChecksField } from '../../../ui/checks-field.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { LongField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { MARKS } from '../../../ui/mark.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { namesOf } from '../names.ts';
import { RefusedRules, rulesOf } from '../refused-rules.tsx';
import type { ChecklistKeeper } from './checklist-keeper.ts';
import { type Finding, giveVerdicts } from './give-verdicts.ts';
import { permittedActions } from './permitted.ts';
import { withAnswers } from './report-answers.ts';
import { ReportFields } from './report-fields.tsx';
import { TakenFields } from './taken-fields.tsx';
import { useReport } from './use-report.ts';
import { CONSEQUENCES, SAID, type Said } from './verdict-words.ts';

interface VerdictFormProps {
  view: SecondLineView;
  candidate: Candidate;
  keeper: ChecklistKeeper;
}

/** Whether it is the same person, what was done or why nothing was; its consequence said before it is final. */
export function VerdictForm({ view, candidate, keeper }: VerdictFormProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const { data: catalogue } = useQuery(catalogueQuery);
  const [said, setSaid] = useState<Said | ''>('');
  const [taken, setTaken] = useState('');
  const [notTaken, setNotTaken] = useState('');
  const [note, setNote] = useState('');
  const [also, setAlso] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [final, setFinal] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const permitted = (one: Candidate) => (said && catalogue ? permittedActions(one, said, catalogue) : []);
  const given = new Set(view.given.map((one) => one.candidate));
  const others = view.found.filter(
    (one) =>
      one.key !== candidate.key && !given.has(one.key) && (!taken || permitted(one).some(({ id }) => id === taken)),
  );
  const chosen = also.filter((key) => others.some((one) => one.key === key));
  const report = useReport(view, candidate, said);
  const undecided = taken === '' && notTaken.trim() === '';

  function choose(next: Said) {
    setSaid(next);
    // Told from another person, the victim of a misused identity is cleared; for anybody else that is why nothing was done.
    const clears = next === 'not-the-same' && catalogue && permittedActions(candidate, next, catalogue)[0];
    setTaken(clears ? clears.id : '');
    setNotTaken(next === 'not-the-same' && !clears ? intl.formatMessage({ id: 'verdict.not-taken.another' }) : '');
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (said === '' || undecided || report.missing) return focusWrongField(event.currentTarget);
    setFailure(null);
    setFinal(true);
  }

  async function give() {
    await keeper.saveNow();
    const finding: Finding = {
      verdict: said as Said,
      checklist: keeper.kept.get().checklist,
      ...(taken ? { taken } : { notTaken: notTaken.trim() }),
      ...(note.trim() && { note: note.trim() }),
    };
    try {
      await giveVerdicts(client, view, [candidate.key, ...chosen], (key) => {
        const one = view.found.find((other) => other.key === key);
        return { ...finding, ...(report.asked && one && withAnswers(report.answers, report.concerns(one))) };
      });
    } catch (error) {
      // The alert ended while he wrote: there is nobody to tell any more, and the form asks no longer.
      if (rulesOf(error).includes('nothing-to-report')) report.end();
      setFailure(error);
    }
  }

  return (
    <form className={style.form} onSubmit={submit} noValidate>
      {failure !== null && <RefusedRules error={failure} />}
      <RadioField
        label={<FormattedMessage id="verdict.title" />}
        error={tried && said === '' && <FormattedMessage id="verdict.missing" />}
        value={said}
        choices={SAID.map((value) => ({
          value,
          label: <FormattedMessage id={MARKS[value].id} />,
          hint: <FormattedMessage id={CONSEQUENCES[value]} />,
        }))}
        onChoose={choose}
      />
      {said !== '' && (
        <>
          <TakenFields
            actions={permitted(candidate)}
            taken={taken}
            notTaken={notTaken}
            missing={tried && undecided}
            onTaken={setTaken}
            onNotTaken={setNotTaken}
          />
          <LongField
            label={intl.formatMessage({ id: said === 'cannot-be-established' ? 'verdict.note.why' : 'verdict.note' })}
            value={note}
            rows={2}
            maxLength={4000}
            dir="auto"
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {report.asked && (
            <ReportFields
              owner={report.owner}
              answers={report.answers}
              spared={report.spared}
              refugeePapers={view.refugeePapers}
              tried={tried}
              onChange={report.setAnswers}
            />
          )}
          {others.length > 0 && (
            <ChecksField
              label={<FormattedMessage id="verdict.also" />}
              hint={<FormattedMessage id="verdict.also.hint" />}
              values={chosen}
              choices={others.map((one) => ({ value: one.key, label: <bdi>{namesOf(one).name}</bdi> }))}
              onChange={setAlso}
            />
          )}
        </>
      )}
      <div className={style.buttons}>
        <Button type="submit" weight="main">
          <FormattedMessage id="verdict.give" />
        </Button>
      </div>
      {final && said !== '' && (
        <Confirmation
          title={intl.formatMessage(
            { id: 'verdict.final' },
            { verdict: intl.formatMessage({ id: MARKS[said].id }), count: chosen.length + 1 },
          )}
          consequence={intl.formatMessage({ id: CONSEQUENCES[said] })}
          verb={intl.formatMessage({ id: 'verdict.give' })}
          grave={said === 'same-person'}
          act={give}
          onClose={() => setFinal(false)}
        />
      )}
    </form>
  );
}
