import type { AlertRule } from '@entente/contracts/alerts/rules';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useCountries } from '../../../../ui/countries.ts';
import { TextField } from '../../../../ui/field.tsx';
import { fieldInWords } from '../../words/content-words.ts';
import { fieldId, useFault, useForm, useText, useWasLeft } from '../form.ts';
import { Hint } from './hint.tsx';

interface CountryAtProps {
  pointer: string;
  label?: string;
  hint?: ReactNode;
  asks?: readonly AlertRule[];
}

/** Countries are offered by this list, which the form holds once. */
export const COUNTRY_LIST = 'countries-of-the-form';

/** A state, typed by its name in the reader's language or by its code. */
export function CountryAt({ pointer, label, hint, asks }: CountryAtProps) {
  const intl = useIntl();
  const countries = useCountries();
  const { assessor } = useForm();
  const [code, setCode] = useText(pointer);
  const fault = useFault(pointer);
  const left = useWasLeft(pointer);
  const known = /^[A-Z]{3}$/.test(code);
  return (
    <TextField
      id={fieldId(pointer)}
      label={label ?? fieldInWords(intl, pointer)}
      hint={(hint || asks) && <Hint asks={asks}>{hint}</Hint>}
      error={left && code !== '' && !known ? intl.formatMessage({ id: 'issue.country.wrong' }) : fault}
      value={known ? countries.name(code) : code}
      list={COUNTRY_LIST}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => setCode(codeOf(countries, event.currentTarget.value))}
      onBlur={() => void assessor.leave(pointer)}
    />
  );
}

/** The code of a country's name or of a code in any letters; anything else stays as typed. */
function codeOf(countries: ReturnType<typeof useCountries>, typed: string): string {
  const upper = typed.trim().toUpperCase();
  if (countries.all.some(({ code }) => code === upper)) return upper;
  return countries.code(typed);
}
