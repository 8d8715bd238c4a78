import type { AlertView } from '@entente/contracts/alerts/alert';
import { useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { assess, keepAlert, saveDraft } from '../../../api/alerts/alert.ts';
import { useStore } from '../../../api/store.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { useCountries } from '../../../ui/countries.ts';
import formStyle from '../../../ui/form.module.css';
import { SUBJECT_KINDS } from '../../../ui/listed-words.ts';
import { Page } from '../../../ui/page.tsx';
import { Abandoning } from '../acts/abandoning.tsx';
import { StepFailure } from '../acts/step-failure.tsx';
import type { Speech } from '../words/content-words.ts';
import { Assessor } from './assessor.ts';
import { Conflict } from './conflict.tsx';
import { DraftKeeper } from './draft-keeper.ts';
import { COUNTRY_LIST } from './fields/country-at.tsx';
import { type Form, FormContext } from './form.ts';
import { goToField } from './go-to-field.ts';
import style from './issue.module.css';
import { SavedMark } from './saved-mark.tsx';
import { StepCheck } from './step-check.tsx';
import { StepDescription } from './step-description.tsx';
import { StepGround } from './step-ground.tsx';
import { StepLife } from './step-life.tsx';
import { STEP_WORDS, StepNav } from './step-nav.tsx';
import { StepSubject } from './step-subject.tsx';
import { type IssueStep, stepOf, stepsOf } from './steps.ts';

interface IssueFormProps {
  alert: AlertView;
  speech: Speech;
  /** The page that the address names. */
  step: IssueStep | undefined;
}

/** An alert being written, page by page; kept on the node as one goes. */
export function IssueForm({ alert, speech, step: asked }: IssueFormProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const form = useFormOf(alert, speech, (answer) => keepAlert(client, answer));
  const [abandoning, setAbandoning] = useState(false);
  const { keeper, kind, version } = form;
  const kept = useStore(keeper.kept);
  const steps = stepsOf(kind, version);
  const step = asked && steps.includes(asked) ? asked : steps[0]!;
  const next = steps[steps.indexOf(step) + 1];
  const done = useRef(false);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) form.assessor.leaveStep(shown.current);
    shown.current = step;
  }, [step, form.assessor]);
  const leaving = useBlocker({
    shouldBlockFn: async ({ current, next: to }) =>
      current.pathname !== to.pathname && !done.current && !(await keeper.save()),
    enableBeforeUnload: () => keeper.isUnsaved(),
    withResolver: true,
  });

  function go(to: IssueStep) {
    return navigate({ to: '/alerts/$id/edit', params: { id: alert.id }, search: { step: to } });
  }

  return (
    <FormContext value={form}>
      <CountryList />
      <Page
        title={speech.intl.formatMessage({ id: TITLES[version] }, { reference: alert.reference })}
        lead={form.category.names[speech.intl.locale.slice(0, 2) as 'en']}
        actions={
          <>
            <SavedMark keeper={keeper} />
            {kept.alert.may.includes('abandon') && (
              <Button weight="quiet" onClick={() => setAbandoning(true)}>
                <FormattedMessage id="alert.act.abandon" />
              </Button>
            )}
          </>
        }
      >
        <div className={style.layout}>
          <StepNav step={step} />
          <div className={style.column}>
            {kept.state === 'edited-meanwhile' && <Conflict />}
            {kept.state === 'failed' && <StepFailure failure={kept.failure} />}
            <StepHeading step={step} kind={kind} />
            {step === 'check' ? (
              <StepCheck
                onGo={(pointer) => {
                  void go(stepOf(pointer)).then(() => goToField(pointer));
                }}
              />
            ) : (
              <div className={style.form}>
                {step === 'subject' && <StepSubject />}
                {step === 'description' && <StepDescription />}
                {step === 'ground' && <StepGround />}
                {step === 'life' && <StepLife />}
              </div>
            )}
            {next && (
              <div className={formStyle.buttons}>
                <Button weight="main" onClick={() => void keeper.save().then(() => go(next))}>
                  <FormattedMessage id="issue.continue" />
                </Button>
              </div>
            )}
          </div>
        </div>
      </Page>
      {abandoning && (
        <Abandoning
          alert={kept.alert}
          onClose={() => setAbandoning(false)}
          onAbandoned={() => {
            done.current = true;
            void navigate({ to: '/alerts/$id', params: { id: alert.id } });
          }}
        />
      )}
      {leaving.status === 'blocked' && (
        <Confirmation
          title={speech.intl.formatMessage({ id: 'issue.leave' })}
          consequence={<FormattedMessage id="issue.leave.consequence" />}
          verb={speech.intl.formatMessage({ id: 'issue.leave.act' })}
          keep={speech.intl.formatMessage({ id: 'issue.leave.keep' })}
          act={async () => leaving.proceed()}
          onClose={() => leaving.reset()}
        />
      )}
    </FormContext>
  );
}

const TITLES = {
  issue: 'issue.of.issue',
  amendment: 'issue.of.amendment',
  extension: 'issue.of.extension',
} as const;

/** Keeper and assessor of the draft, made once; closed when the form is left. */
function useFormOf(alert: AlertView, speech: Speech, onAnswer: (alert: AlertView) => void): Form {
  const [{ keeper, assessor }] = useState(() => {
    const made = new DraftKeeper(alert, { save: (draft) => saveDraft(alert.id, draft), onAnswer });
    return { keeper: made, assessor: new Assessor(made, () => assess(alert.id)) };
  });
  useEffect(() => {
    void assessor.assess();
    return () => keeper.close();
  }, [keeper, assessor]);
  const category = speech.profile.catalogue.categories.find(({ id }) => id === alert.category);
  const pending = alert.pendingVersion;
  if (!category || !pending) throw new Error('only a draft of a known category is written on');
  return { keeper, assessor, speech, category, kind: pending.content.subject.kind, version: pending.kind };
}

function StepHeading({ step, kind }: { step: IssueStep; kind: Form['kind'] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.closest('main')?.scrollTo({ top: 0 });
    }
    shown.current = step;
  }, [step]);
  return (
    <h2 ref={heading} tabIndex={-1} className={style.heading}>
      {step === 'subject' ? (
        <FormattedMessage id={kind === 'person' ? 'issue.step.person' : SUBJECT_KINDS[kind]} />
      ) : (
        <FormattedMessage id={STEP_WORDS[step]} />
      )}
    </h2>
  );
}

/** The names of countries, offered to every field that asks for one. */
function CountryList() {
  const countries = useCountries();
  return (
    <datalist id={COUNTRY_LIST}>
      {countries.all.map(({ code, name }) => (
        <option key={code} value={name} />
      ))}
    </datalist>
  );
}
