import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TextField } from '../../../../ui/field.tsx';
import { fieldInWords, languageInWords } from '../../words/content-words.ts';
import { Group } from '../fields/group.tsx';
import { Rows } from '../fields/rows.tsx';
import { fieldId, useFault, useForm, useText } from '../form.ts';

/** Languages met with in the region first; any other by its ISO 639 code. */
const LANGUAGES = 'ru zh en kk ky uz tg hi ur pa ps fa ar mn bo ug tr az hy ka tk be uk de fr ko ja'.split(' ');

const POINTER = '/subject/languages';

/** Languages the person speaks, by name or by code. */
export function Languages() {
  const intl = useIntl();
  const list = useId();
  return (
    <Group pointer={POINTER} hint={<FormattedMessage id="issue.languages.hint" />}>
      <datalist id={list}>
        {LANGUAGES.map((code) => (
          <option key={code} value={languageInWords(intl, code)} />
        ))}
      </datalist>
      <Rows pointer={POINTER} fresh="" add={intl.formatMessage({ id: 'issue.languages.add' })} most={20}>
        {(at) => <LanguageAt pointer={at} list={list} />}
      </Rows>
    </Group>
  );
}

function LanguageAt({ pointer, list }: { pointer: string; list: string }) {
  const intl = useIntl();
  const { assessor } = useForm();
  const [code, setCode] = useText(pointer);
  const fault = useFault(pointer);
  const known = /^[a-z]{2,3}$/.test(code);
  const codeOf = (typed: string) =>
    LANGUAGES.find((one) => languageInWords(intl, one).toLowerCase() === typed.trim().toLowerCase()) ?? typed;
  return (
    <TextField
      id={fieldId(pointer)}
      label={fieldInWords(intl, pointer)}
      error={fault}
      value={known && LANGUAGES.includes(code) ? languageInWords(intl, code) : code}
      list={list}
      maxLength={40}
      autoComplete="off"
      onChange={(event) => setCode(codeOf(event.currentTarget.value))}
      onBlur={() => void assessor.leave(pointer)}
    />
  );
}
