import type { AlertRule } from '@entente/contracts/alerts/rules';
import type { ReactNode } from 'react';
import { LongField, TextField } from '../../../../ui/field.tsx';
import { fieldInWords } from '../../words/content-words.ts';
import { fieldId, useFault, useForm, useText } from '../form.ts';
import { Hint } from './hint.tsx';

interface TextAtProps {
  pointer: string;
  /** In place of the field's usual name. */
  label?: string;
  hint?: ReactNode;
  asks?: readonly AlertRule[];
  /** More than one line. */
  long?: boolean;
  maxLength?: number;
  disabled?: boolean;
}

/** A text of the form. It is saved and weighed when it is left. */
export function TextAt({ pointer, label, hint, asks, long = false, maxLength, disabled = false }: TextAtProps) {
  const { assessor, speech } = useForm();
  const [text, setText] = useText(pointer);
  const fault = useFault(pointer);
  const shared = {
    id: fieldId(pointer),
    label: label ?? fieldInWords(speech.intl, pointer),
    hint: (hint || asks) && <Hint asks={asks}>{hint}</Hint>,
    error: fault,
    value: text,
    dir: 'auto',
    disabled,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onBlur: () => void assessor.leave(pointer),
  };
  return long ? (
    <LongField {...shared} rows={4} maxLength={maxLength ?? 4000} />
  ) : (
    <TextField {...shared} maxLength={maxLength ?? 300} />
  );
}
