import type { CaseEntry, CaseView } from '@entente/contracts/cases';
import type { InformationType, NewMessage } from '@entente/contracts/cases/entries';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { keepFollowUp, writeMessage } from '../../../api/cases.ts';
import { Button } from '../../../ui/button.tsx';
import { ChecksField } from '../../../ui/checks-field.tsx';
import { ChoiceField, LongField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { Panel } from '../../../ui/panel.tsx';
import { RefusedSteps } from '../../../ui/refused-steps.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { INFORMATION, INFORMATION_TYPES, isInformation } from '../words.ts';
import { ChosenFiles } from './files/chosen-files.tsx';
import { useUploads } from './files/uploads.ts';

/** A message, a question for supplementary information, or the answer to one of the other side's; with files. */
export function MessageForm({ view }: { view: CaseView }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [kind, setKind] = useState('text');
  const [urgent, setUrgent] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const uploads = useUploads(view.id);
  const questions = openQuestions(view);
  const asks = kind.startsWith('ask ');

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!text.trim()) return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      const message = messageOf(kind, urgent, text, questions);
      const files = uploads.files.flatMap(({ id }) => id ?? []);
      keepFollowUp(client, await writeMessage(view.id, { ...message, ...(files.length > 0 && { files }) }));
      uploads.clear();
      setKind('text');
      setUrgent(false);
      setText('');
      setTried(false);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  }

  const named = (type: InformationType) => intl.formatMessage({ id: INFORMATION[type] });
  return (
    <Panel title={<FormattedMessage id="message.title" />}>
      <form className={style.form} onSubmit={(event) => void send(event)} noValidate>
        {failure !== null && <RefusedSteps error={failure} />}
        <ChoiceField
          label={intl.formatMessage({ id: 'message.kind' })}
          value={kind}
          data={[
            { value: 'text', label: intl.formatMessage({ id: 'message.text' }) },
            ...questions.map(({ id, kind: type }) => ({
              value: `answer ${id}`,
              label: intl.formatMessage({ id: 'message.answer' }, { what: named(type) }),
            })),
            ...INFORMATION_TYPES.map((type) => ({
              value: `ask ${type}`,
              label: intl.formatMessage({ id: 'message.ask' }, { what: named(type) }),
            })),
            ...INFORMATION_TYPES.map((type) => ({
              value: `give ${type}`,
              label: intl.formatMessage({ id: 'message.give' }, { what: named(type) }),
            })),
          ]}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        {asks && (
          <ChecksField
            label={<FormattedMessage id="message.clock" />}
            values={urgent ? ['urgent'] : []}
            choices={[{ value: 'urgent', label: <FormattedMessage id="message.urgent" /> }]}
            onChange={(values) => setUrgent(values.length > 0)}
          />
        )}
        <LongField
          label={intl.formatMessage({ id: 'message.words' })}
          hint={view.other !== null && intl.formatMessage({ id: 'message.words.hint' })}
          error={tried && !text.trim() && intl.formatMessage({ id: 'message.missing' })}
          value={text}
          rows={3}
          maxLength={8000}
          dir="auto"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ChosenFiles uploads={uploads} />
        <div className={style.buttons}>
          <Button type="submit" weight="main" busy={busy} disabled={uploads.busy}>
            <FormattedMessage id={view.other === null ? 'message.note' : 'message.send'} />
          </Button>
        </div>
      </form>
    </Panel>
  );
}

type Question = CaseEntry & { kind: InformationType };

/** What the other side has asked and nobody has answered yet. */
function openQuestions({ entries }: CaseView): Question[] {
  return entries.filter(
    (entry): entry is Question =>
      entry.by === 'there' && isInformation(entry.kind) && entry.clock !== null && entry.clock.state !== 'answered',
  );
}

function messageOf(kind: string, urgent: boolean, text: string, questions: Question[]): NewMessage {
  const [form, of = ''] = kind.split(' ');
  if (form === 'ask') return { kind: of as InformationType, form: 'asked', text, ...(urgent && { urgent }) };
  if (form === 'give') return { kind: of as InformationType, form: 'given', text };
  const question = questions.find(({ id }) => id === of);
  return question ? { kind: question.kind, form: 'given', answers: question.id, text } : { kind: 'text', text };
}
