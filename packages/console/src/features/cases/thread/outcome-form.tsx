import type { CaseView } from '@entente/contracts/cases';
import type { NewOutcome, Outcome } from '@entente/contracts/cases/entries';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { keepFollowUp, recordOutcome } from '../../../api/cases.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { ChoiceField, LongField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { Panel } from '../../../ui/panel.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { OUTCOMES } from '../words.ts';

/** What came of it on this side; the owner closes the case with it, which is said before it is final. */
export function OutcomeForm({ view }: { view: CaseView }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [final, setFinal] = useState(false);
  const closes = view.side === 'owning';

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (outcome === '') return focusWrongField(event.currentTarget);
    setFinal(true);
  }

  const said: NewOutcome = { outcome: outcome || 'no-action', ...(text.trim() && { text }) };
  return (
    <Panel title={<FormattedMessage id={closes ? 'outcome.title' : 'outcome.title.done'} />}>
      <form className={style.form} onSubmit={submit} noValidate>
        <ChoiceField
          label={intl.formatMessage({ id: 'outcome.what' })}
          error={tried && outcome === '' && intl.formatMessage({ id: 'outcome.missing' })}
          value={outcome}
          data={[
            { value: '', label: '' },
            ...Object.entries(OUTCOMES).map(([value, id]) => ({ value, label: intl.formatMessage({ id }) })),
          ]}
          onChange={(event) => setOutcome(event.currentTarget.value as Outcome | '')}
        />
        <LongField
          label={intl.formatMessage({ id: 'outcome.words' })}
          value={text}
          rows={2}
          maxLength={8000}
          dir="auto"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={style.buttons}>
          <Button type="submit">
            <FormattedMessage id="outcome.record" />
          </Button>
        </div>
      </form>
      {final && outcome !== '' && (
        <Confirmation
          title={intl.formatMessage(
            { id: 'outcome.final' },
            { outcome: intl.formatMessage({ id: OUTCOMES[outcome] }) },
          )}
          consequence={intl.formatMessage({ id: closes ? 'outcome.closes' : 'outcome.tells' })}
          verb={intl.formatMessage({ id: 'outcome.record' })}
          grave={closes}
          act={async () => keepFollowUp(client, await recordOutcome(view.id, said))}
          onClose={() => setFinal(false)}
        />
      )}
    </Panel>
  );
}
