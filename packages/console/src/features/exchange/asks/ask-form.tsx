import type { AskRecipient, AskRequest } from '@entente/contracts/exchange/asks';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { useCountries } from '../../../ui/countries.ts';
import style from '../../../ui/form.module.css';
import { Panel } from '../../../ui/panel.tsx';
import { readPartialDate } from '../../../ui/partial-date.ts';
import { RadioField } from '../../../ui/radio-field.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { type DraftFaults, EMPTY_DRAFT, readDraft } from './ask-draft.ts';
import { DocumentFields } from './document-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { RecipientsField } from './recipients-field.tsx';

interface AskFormProps {
  recipients: AskRecipient[];
  busy: boolean;
  onAsk: (request: AskRequest) => void;
}

/** Whom to ask, and about whom. What is typed stays after the answers: the next question often differs in one word. */
export function AskForm({ recipients, busy, onAsk }: AskFormProps) {
  const intl = useIntl();
  const countries = useCountries();
  const [chosen, setChosen] = useState<string[]>([]);
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [faults, setFaults] = useState<DraftFaults>({});
  const [nobody, setNobody] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = readDraft(draft, { date: readPartialDate, state: countries.code });
    setFaults('faults' in read ? read.faults : {});
    setNobody(chosen.length === 0);
    if (chosen.length === 0) return focusFirstBox(event.currentTarget);
    if ('faults' in read) return focusWrongField(event.currentTarget);
    onAsk({ recipients: chosen, about: read.about });
  }

  const fields = {
    draft,
    faults,
    onType: (typed: Partial<typeof draft>) => {
      setFaults({});
      setDraft({ ...draft, ...typed });
    },
  };
  return (
    <Panel title={<FormattedMessage id="ask.question" />}>
      <form className={style.form} onSubmit={submit} noValidate autoComplete="off">
        <RecipientsField
          recipients={recipients}
          chosen={chosen}
          missing={nobody}
          onChoose={(nodes) => {
            setNobody(false);
            setChosen(nodes);
          }}
        />
        <RadioField
          inline
          label={intl.formatMessage({ id: 'ask.about' })}
          value={draft.by}
          choices={[
            { value: 'document', label: intl.formatMessage({ id: 'ask.about.document' }) },
            { value: 'identity', label: intl.formatMessage({ id: 'ask.about.person' }) },
          ]}
          onChoose={(by) => fields.onType({ by })}
        />
        {draft.by === 'document' ? <DocumentFields {...fields} /> : <IdentityFields {...fields} />}
        <div className={style.buttons}>
          <Button type="submit" weight="main" busy={busy}>
            {chosen.length === 0 ? (
              <FormattedMessage id="ask.ask.nobody" />
            ) : (
              <FormattedMessage id="ask.ask" values={{ count: chosen.length }} />
            )}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** A group of boxes takes no focus of its own that a screen reader would name. */
function focusFirstBox(form: HTMLFormElement): void {
  form.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
}
