import type { InquiryDecision, InquiryView } from '@entente/contracts/cases/inquiries';
import { CASE_RULES, type CaseRule } from '@entente/contracts/cases/rules';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { decideInquiry, keepInquiry } from '../../../api/inquiries.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { useCountries } from '../../../ui/countries.ts';
import { LongField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { ToldFacts } from './told-facts.tsx';

/** Shorter reasons are none. */
const LEAST_REASONS = 3;

/** Tell what was hit, or do not: with reasons that stay here, and after a look at exactly what leaves. */
export function DecisionForm({ view }: { view: InquiryView }) {
  const intl = useIntl();
  const client = useQueryClient();
  const translated = useTranslated();
  const other = useCountries().name(view.other);
  const form = useRef<HTMLFormElement>(null);
  const [reasons, setReasons] = useState('');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const [chosen, setChosen] = useState<InquiryDecision | null>(null);
  const missing = reasons.trim().length < LEAST_REASONS;

  function choose(decision: InquiryDecision) {
    setTried(true);
    if (!missing) return setChosen(decision);
    if (form.current) focusWrongField(form.current);
  }

  const said = { reasons: reasons.trim(), ...(words.trim() && { words: words.trim() }) };
  const rule = view.withheld !== null && view.withheld in CASE_RULES ? (view.withheld as CaseRule) : null;
  return (
    <>
      {view.wouldTell && (
        <Panel title={<FormattedMessage id="inquiry.leaves" />}>
          <ToldFacts told={view.wouldTell} />
        </Panel>
      )}
      {rule && <Note tone="warning">{translated(CASE_RULES[rule].says)}</Note>}
      <Panel title={<FormattedMessage id="inquiry.decide" />}>
        <form ref={form} className={style.form} onSubmit={(event) => event.preventDefault()} noValidate>
          <LongField
            label={intl.formatMessage({ id: 'inquiry.reasons' })}
            hint={intl.formatMessage({ id: 'inquiry.reasons.hint' })}
            error={tried && missing && intl.formatMessage({ id: 'inquiry.reasons.missing' })}
            value={reasons}
            rows={2}
            maxLength={2000}
            dir="auto"
            onChange={(event) => setReasons(event.currentTarget.value)}
          />
          <LongField
            label={intl.formatMessage({ id: 'inquiry.words-out' }, { other })}
            hint={intl.formatMessage({ id: 'inquiry.words-out.hint' })}
            value={words}
            rows={2}
            maxLength={2000}
            dir="auto"
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <div className={style.buttons}>
            {view.may.includes('confirm') && (
              <Button weight="main" onClick={() => choose('confirmed')}>
                <FormattedMessage id="inquiry.confirm" />
              </Button>
            )}
            <Button onClick={() => choose('not-confirmed')}>
              <FormattedMessage id="inquiry.decline" />
            </Button>
          </div>
        </form>
      </Panel>
      {chosen !== null && (
        <Confirmation
          title={intl.formatMessage(
            { id: chosen === 'confirmed' ? 'inquiry.final.confirm' : 'inquiry.final.decline' },
            { other },
          )}
          consequence={intl.formatMessage({
            id: chosen === 'confirmed' ? 'inquiry.final.confirm.what' : 'inquiry.final.decline.what',
          })}
          verb={intl.formatMessage({ id: chosen === 'confirmed' ? 'inquiry.confirm' : 'inquiry.decline' })}
          grave={chosen === 'confirmed'}
          act={async () => keepInquiry(client, await decideInquiry(view.id, { decision: chosen, ...said }))}
          onClose={() => setChosen(null)}
        >
          {chosen === 'confirmed' && view.wouldTell && <ToldFacts told={view.wouldTell} />}
          {said.words && <blockquote dir="auto">{said.words}</blockquote>}
        </Confirmation>
      )}
    </>
  );
}
