import type { CheckRequest, ObjectScheme, ReadAs } from '@entente/contracts/screening';
import { type FormEvent, useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import style from '../../ui/form.module.css';
import { SCHEMES, schemeInWords } from './evidence-words.ts';
import { type NumberKind, narrowed, possibleSchemes } from './narrowing.ts';

interface NarrowingProps {
  readAs: ReadAs;
  busy: boolean;
  onCheck: (request: CheckRequest) => void;
}

/** Says which of the things it may be the number is, and whose; the same number is asked for again. */
export function Narrowing({ readAs, busy, onCheck }: NarrowingProps) {
  const intl = useIntl();
  const countries = useCountries();
  const list = useId();
  const schemes = possibleSchemes(readAs);
  const [scheme, setScheme] = useState<NumberKind>(schemes[0] ?? 'document');
  const [country, setCountry] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    const request = narrowed(readAs, scheme, country.trim() ? countries.code(country.trim()) : '');
    if (request) onCheck(request);
  }

  const others = (Object.keys(SCHEMES) as ObjectScheme[]).filter((one) => !schemes.includes(one));
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <ChoiceField
        label={intl.formatMessage({ id: 'narrow.scheme' })}
        value={scheme}
        data={[
          ...schemes.map((value) => ({ value, label: schemeInWords(intl, value) })),
          ...(schemes.includes('document') ? [] : [{ value: 'document', label: schemeInWords(intl, 'document') }]),
          ...others.map((value) => ({ value, label: schemeInWords(intl, value) })),
        ]}
        onChange={(event) => setScheme(event.currentTarget.value as NumberKind)}
      />
      <TextField
        label={intl.formatMessage({ id: 'narrow.country' })}
        hint={intl.formatMessage({ id: 'narrow.country.hint' })}
        value={country}
        maxLength={100}
        autoComplete="off"
        list={list}
        onChange={(event) => setCountry(event.currentTarget.value)}
      />
      <datalist id={list}>
        {countries.all.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <div className={style.buttons}>
        <Button type="submit" busy={busy}>
          <FormattedMessage id="narrow.check" />
        </Button>
      </div>
    </form>
  );
}
