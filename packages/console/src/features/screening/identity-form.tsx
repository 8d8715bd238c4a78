import type { CheckRequest } from '@entente/contracts/screening';
import { type FormEvent, useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { ChoiceField, LongField, TextField } from '../../ui/field.tsx';
import { readPartialDate } from '../../ui/partial-date.ts';
import { focusWrongField } from '../../ui/wrong-field.ts';
import style from './identity-form.module.css';

interface IdentityFormProps {
  busy: boolean;
  onCheck: (request: CheckRequest) => void;
}

const EMPTY = { names: '', birthDate: '', nationality: '', sex: '' };

/** For a document that cannot be read by machine: the identity, typed. */
export function IdentityForm({ busy, onCheck }: IdentityFormProps) {
  const intl = useIntl();
  const countries = useCountries();
  const list = useId();
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState<{ names?: boolean; birthDate?: boolean }>({});
  const names = typed.names
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const birthDate = typed.birthDate.trim() === '' ? undefined : readPartialDate(typed.birthDate);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const faults = { names: names.length === 0, birthDate: birthDate === null };
    setWrong(faults);
    if (faults.names || faults.birthDate) return focusWrongField(event.currentTarget);
    onCheck({
      by: 'identity',
      identity: {
        names,
        ...(birthDate ? { birthDate } : {}),
        ...(typed.nationality.trim() ? { nationality: countries.code(typed.nationality.trim()) } : {}),
        ...(typed.sex ? { sex: typed.sex as 'male' | 'female' } : {}),
      },
    });
  }

  return (
    <form className={style.form} onSubmit={submit} noValidate aria-label={intl.formatMessage({ id: 'identity.title' })}>
      <LongField
        label={intl.formatMessage({ id: 'identity.names' })}
        hint={intl.formatMessage({ id: 'identity.names.hint' })}
        value={typed.names}
        rows={2}
        dir="auto"
        maxLength={4000}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        error={wrong.names && intl.formatMessage({ id: 'identity.names.missing' })}
        onChange={(event) => setTyped({ ...typed, names: event.currentTarget.value })}
      />
      <TextField
        label={intl.formatMessage({ id: 'identity.birth-date' })}
        hint={intl.formatMessage({ id: 'identity.birth-date.hint' })}
        value={typed.birthDate}
        maxLength={20}
        autoComplete="off"
        error={wrong.birthDate && intl.formatMessage({ id: 'identity.birth-date.wrong' })}
        onChange={(event) => setTyped({ ...typed, birthDate: event.currentTarget.value })}
        onBlur={() => setWrong({ ...wrong, birthDate: birthDate === null })}
      />
      <TextField
        label={intl.formatMessage({ id: 'identity.nationality' })}
        hint={intl.formatMessage({ id: 'identity.nationality.hint' })}
        value={typed.nationality}
        maxLength={100}
        autoComplete="off"
        list={list}
        onChange={(event) => setTyped({ ...typed, nationality: event.currentTarget.value })}
      />
      <datalist id={list}>
        {countries.all.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <ChoiceField
        label={intl.formatMessage({ id: 'identity.sex' })}
        hint={intl.formatMessage({ id: 'identity.sex.hint' })}
        value={typed.sex}
        data={[
          { value: '', label: intl.formatMessage({ id: 'sex.unspecified' }) },
          { value: 'male', label: intl.formatMessage({ id: 'sex.male' }) },
          { value: 'female', label: intl.formatMessage({ id: 'sex.female' }) },
        ]}
        onChange={(event) => setTyped({ ...typed, sex: event.currentTarget.value })}
      />
      <div className={style.buttons}>
        <Button type="submit" weight="main" busy={busy}>
          <FormattedMessage id="identity.check" />
        </Button>
      </div>
    </form>
  );
}
