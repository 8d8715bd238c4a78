import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useCountries } from '../../../ui/countries.ts';
import { LongField, TextField } from '../../../ui/field.tsx';
import { type AskDraft, type DraftFaults, isTooWide, LONGEST_WORDS } from './ask-draft.ts';
import style from './asks.module.css';

export interface FieldsProps {
  draft: AskDraft;
  faults: DraftFaults;
  onType: (typed: Partial<AskDraft>) => void;
}

const NAME_FAULTS = {
  missing: 'identity.names.missing',
  'too-many': 'ask.names.too-many',
  'too-long': 'ask.names.too-long',
} as const;

const DATE_FAULTS = { 'no-such-date': 'identity.birth-date.wrong', 'too-wide': 'ask.too-wide' } as const;

/** A person by his names and at least one more element; that a name alone is too wide is said while it is typed. */
export function IdentityFields({ draft, faults, onType }: FieldsProps) {
  const intl = useIntl();
  const countries = useCountries();
  const list = useId();
  return (
    <>
      <LongField
        label={intl.formatMessage({ id: 'identity.names' })}
        hint={intl.formatMessage({ id: 'ask.names.hint' })}
        value={draft.names}
        rows={3}
        dir="auto"
        maxLength={3000}
        autoComplete="off"
        spellCheck={false}
        error={faults.names && intl.formatMessage({ id: NAME_FAULTS[faults.names] })}
        onChange={(event) => onType({ names: event.currentTarget.value })}
      />
      <div className={style.pair}>
        <TextField
          label={intl.formatMessage({ id: 'identity.birth-date' })}
          hint={intl.formatMessage({ id: 'identity.birth-date.hint' })}
          value={draft.birthDate}
          maxLength={20}
          autoComplete="off"
          error={faults.birthDate && intl.formatMessage({ id: DATE_FAULTS[faults.birthDate] })}
          onChange={(event) => onType({ birthDate: event.currentTarget.value })}
        />
        <TextField
          label={intl.formatMessage({ id: 'identity.nationality' })}
          hint={intl.formatMessage({ id: 'identity.nationality.hint' })}
          value={draft.nationality}
          maxLength={LONGEST_WORDS}
          autoComplete="off"
          list={list}
          onChange={(event) => onType({ nationality: event.currentTarget.value })}
        />
      </div>
      <p className={style.wide} role="status">
        {isTooWide(draft) && !faults.birthDate && intl.formatMessage({ id: 'ask.too-wide' })}
      </p>
      <datalist id={list}>
        {countries.all.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
    </>
  );
}
