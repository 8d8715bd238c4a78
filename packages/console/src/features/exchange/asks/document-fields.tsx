import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useCountries } from '../../../ui/countries.ts';
import { TextField } from '../../../ui/field.tsx';
import { LONGEST_NUMBER, LONGEST_WORDS } from './ask-draft.ts';
import type { FieldsProps } from './identity-fields.tsx';

/** A document by its number; the issuer keeps two documents with one number apart. */
export function DocumentFields({ draft, faults, onType }: FieldsProps) {
  const intl = useIntl();
  const countries = useCountries();
  const list = useId();
  return (
    <>
      <TextField
        label={intl.formatMessage({ id: 'ask.number' })}
        hint={intl.formatMessage({ id: 'ask.number.hint' })}
        value={draft.number}
        maxLength={LONGEST_NUMBER}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={faults.number && intl.formatMessage({ id: 'ask.number.missing' })}
        onChange={(event) => onType({ number: event.currentTarget.value })}
      />
      <TextField
        label={intl.formatMessage({ id: 'ask.issuer' })}
        hint={intl.formatMessage({ id: 'ask.issuer.hint' })}
        value={draft.issuer}
        maxLength={LONGEST_WORDS}
        autoComplete="off"
        list={list}
        onChange={(event) => onType({ issuer: event.currentTarget.value })}
      />
      <datalist id={list}>
        {countries.all.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
    </>
  );
}
