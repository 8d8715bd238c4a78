import type { CorrectionKind, ListEntryView } from '@entente/contracts/alerts/corrections';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { proposeCorrection } from '../../../api/alerts/corrections.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField, LongField, TextField } from '../../../ui/field.tsx';
import formStyle from '../../../ui/form.module.css';
import { Panel } from '../../../ui/panel.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { KINDS } from './correction-words.ts';

interface CorrectionFormProps {
  entry: ListEntryView;
  onProposed: (entry: ListEntryView) => void;
}

const SHORTEST_REASON = 10;

/** Says what the list has wrong, and why; a second officer looks at it before the desk does. */
export function CorrectionForm({ entry, onProposed }: CorrectionFormProps) {
  const intl = useIntl();
  const [kind, setKind] = useState<CorrectionKind>('additional-name');
  const [value, setValue] = useState('');
  const [instead, setInstead] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const listed = [...new Set(listedOf(entry, kind.endsWith('birth-date')))];
  const adds = kind.startsWith('additional');
  const wrong = { value: value.trim() === '', reason: reason.trim().length < SHORTEST_REASON };

  function choose(next: CorrectionKind) {
    setKind(next);
    setValue('');
    setInstead('');
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (wrong.value || wrong.reason) return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      const correction = { kind, value: value.trim(), ...(instead !== '' && { instead }), reason: reason.trim() };
      onProposed(await proposeCorrection(entry.list, entry.ref, correction));
      choose(kind);
      setReason('');
      setTried(false);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Panel title={<FormattedMessage id="correction.new" />} aside={<FormattedMessage id="correction.second" />}>
      <form className={formStyle.form} onSubmit={submit} noValidate>
        {failure !== null && <ProblemNote error={failure} />}
        <ChoiceField
          label={intl.formatMessage({ id: 'correction.kind' })}
          value={kind}
          data={Object.entries(KINDS).map(([one, id]) => ({ value: one, label: intl.formatMessage({ id }) }))}
          onChange={(event) => choose(event.currentTarget.value as CorrectionKind)}
        />
        {adds ? (
          <TextField
            label={intl.formatMessage({ id: kind === 'additional-name' ? 'correction.name' : 'correction.date' })}
            hint={intl.formatMessage({
              id: kind === 'additional-name' ? 'correction.name.hint' : 'correction.date.hint',
            })}
            value={value}
            maxLength={300}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            error={tried && wrong.value && intl.formatMessage({ id: 'correction.value.missing' })}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        ) : (
          <Listed
            label={intl.formatMessage({ id: 'correction.wrong' })}
            listed={listed}
            value={value}
            error={tried && wrong.value && intl.formatMessage({ id: 'correction.value.missing' })}
            onChange={setValue}
          />
        )}
        {adds && (
          <Listed
            label={intl.formatMessage({ id: 'correction.stands-for' })}
            hint={intl.formatMessage({ id: 'correction.stands-for.hint' })}
            listed={listed}
            value={instead}
            onChange={setInstead}
          />
        )}
        <LongField
          label={intl.formatMessage({ id: 'correction.reason' })}
          hint={intl.formatMessage({ id: 'correction.reason.hint' })}
          value={reason}
          maxLength={2000}
          minRows={3}
          autosize
          error={tried && wrong.reason && intl.formatMessage({ id: 'correction.reason.missing' })}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={formStyle.buttons}>
          <Button type="submit" weight="main" busy={busy}>
            <FormattedMessage id="correction.propose" />
          </Button>
        </div>
      </form>
    </Panel>
  );
}

interface ListedProps {
  label: string;
  hint?: string;
  listed: string[];
  value: string;
  error?: string | false;
  onChange: (value: string) => void;
}

/** One of the names or dates that the list has, exactly as it writes them. */
function Listed({ label, hint, listed, value, error, onChange }: ListedProps) {
  const intl = useIntl();
  return (
    <ChoiceField
      label={label}
      hint={hint}
      value={value}
      error={error}
      data={[{ value: '', label: intl.formatMessage({ id: 'correction.none-chosen' }) }, ...listed]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function listedOf({ identities }: ListEntryView, dates: boolean): string[] {
  return identities.flatMap(({ names, birthDates }) =>
    dates ? birthDates.map(({ date }) => date) : names.map(({ full }) => full),
  );
}
