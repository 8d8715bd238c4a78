import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { submitDraft } from '../../../api/alerts/alert.ts';
import { useStore } from '../../../api/store.ts';
import { ActionMark } from '../../../ui/action-mark.tsx';
import { Button } from '../../../ui/button.tsx';
import formStyle from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { rulesOf, StepFailure } from '../acts/step-failure.tsx';
import { useStep } from '../acts/use-step.ts';
import { ContentFacts } from '../view/content-facts.tsx';
import { DescriptionView } from '../view/description.tsx';
import { GroundView } from '../view/ground.tsx';
import { SubjectView } from '../view/subject.tsx';
import { ruleInWords } from '../words/rules.ts';
import { AlikeList } from './alike.tsx';
import { consideredOf, consideredPointer } from './considered.ts';
import { ErrorSummary } from './error-summary.tsx';
import { BESIDES, fit } from './fitting.ts';
import { useForm } from './form.ts';
import style from './issue.module.css';

/** The whole text once more, who is alike, and the submission to a second officer. */
export function StepCheck({ onGo }: { onGo: (pointer: string) => void }) {
  const navigate = useNavigate();
  const { assessor, keeper, speech } = useForm();
  const { busy, failure, take } = useStep();
  const { tree } = useStore(keeper.kept);
  const found = useStore(assessor.found);
  const [stuck, setStuck] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void keeper.save().then(async (saved) => {
      if (saved) await assessor.assess();
    });
  }, [keeper, assessor]);

  const { content, malformed } = fit(tree);
  const action = speech.profile.catalogue.actions.find(({ id }) => id === content.action);
  const open = found.refusals ?? [];
  const unconsidered = open.filter(({ pointer }) => pointer === BESIDES);
  const shown = found.tried ? open.map((one) => (one.pointer === BESIDES ? atAlike(one) : one)) : [];

  async function submit() {
    setStuck(false);
    if (!(await keeper.save())) return setStuck(true);
    if (malformed.length > 0) {
      assessor.showAll(open);
      return focusSummary();
    }
    const { alert, tree: saved } = keeper.kept.get();
    const considered = consideredOf(saved, assessor.found.get().alike);
    const submitted = await take(
      () => submitDraft(alert.id, { revision: alert.revision, considered }),
      (refused) => {
        assessor.showAll(rulesOf(refused));
        focusSummary();
      },
    );
    if (submitted) await navigate({ to: '/alerts/$id', params: { id: alert.id } });
  }

  function focusSummary() {
    requestAnimationFrame(() => summary.current?.focus());
  }

  return (
    <>
      {found.tried && shown.length + malformed.length > 0 && (
        <ErrorSummary ref={summary} refusals={shown} malformed={malformed} onGo={onGo} />
      )}
      {rulesOf(failure).length === 0 && <StepFailure failure={failure} />}
      {found.failure !== null && <ProblemNote error={found.failure} retry={() => void assessor.assess()} />}
      {stuck && (
        <Note tone="grave" alert>
          <FormattedMessage id="issue.stuck" />
        </Note>
      )}
      <SubjectView content={content} speech={speech} />
      {content.subject.kind === 'person' && (
        <DescriptionView content={content} subject={content.subject} speech={speech} />
      )}
      <GroundView content={content} speech={speech} terms={found.suspectTerms} />
      <Panel title={<FormattedMessage id="issue.step.life" />}>
        {action ? (
          <ActionMark action={action} full />
        ) : (
          <p className={style.about}>
            <FormattedMessage id="alert.view.no-action" />
          </p>
        )}
        <ContentFacts content={content} pointers={['/expiresOn', '/reviewOn', '/note', '/audience']} speech={speech} />
      </Panel>
      {found.suspectTerms.length > 0 && (
        <Note tone="warning">
          <FormattedMessage
            id="issue.suspect-terms"
            values={{ terms: speech.intl.formatList(found.suspectTerms, { type: 'conjunction' }) }}
          />
        </Note>
      )}
      <AlikeList
        alike={found.alike}
        asked={({ source, ref }) => {
          const refusal = unconsidered.find(({ values }) => values?.source === source && values.ref === ref);
          return found.tried && refusal ? ruleInWords(speech.intl, refusal).says : undefined;
        }}
      />
      <Note>
        <FormattedMessage id="issue.submit.about" />
      </Note>
      <div className={formStyle.buttons}>
        <Button weight="main" busy={busy} onClick={() => void submit()}>
          <FormattedMessage id="issue.submit" />
        </Button>
      </div>
    </>
  );
}

/** A refusal over somebody alike leads to the field that asks why he is another. */
function atAlike<T extends { pointer: string; values?: Record<string, string> }>(refusal: T): T {
  const { source, ref } = refusal.values ?? {};
  return source && ref ? { ...refusal, pointer: consideredPointer({ source, ref }) } : refusal;
}
