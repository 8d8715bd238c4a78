import type { AlertRule } from '@entente/contracts/alerts/rules';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ChoiceField } from '../../../../ui/field.tsx';
import { choicesOf } from '../../words/choices.ts';
import { fieldInWords } from '../../words/content-words.ts';
import { fieldId, useFault, useForm, useText } from '../form.ts';
import { Hint } from './hint.tsx';

interface ChoiceAtProps {
  pointer: string;
  label?: string;
  hint?: ReactNode;
  asks?: readonly AlertRule[];
  /** Only these of the answers the field may have. */
  only?: readonly string[];
  disabled?: boolean;
}

/** One out of a list of answers, by a menu. */
export function ChoiceAt({ pointer, label, hint, asks, only, disabled = false }: ChoiceAtProps) {
  const intl = useIntl();
  const { assessor, speech } = useForm();
  const [value, setValue] = useText(pointer);
  const fault = useFault(pointer);
  const choices = (choicesOf(intl, speech.profile, pointer) ?? []).filter(
    (choice) => choice.value === value || (only?.includes(choice.value) ?? true),
  );
  return (
    <ChoiceField
      id={fieldId(pointer)}
      label={label ?? fieldInWords(intl, pointer)}
      hint={(hint || asks) && <Hint asks={asks}>{hint}</Hint>}
      error={fault}
      value={value}
      disabled={disabled}
      data={[{ value: '', label: intl.formatMessage({ id: 'issue.choose' }) }, ...choices]}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => void assessor.leave(pointer)}
    />
  );
}
