import type { AlertRule } from '@entente/contracts/alerts/rules';
import type { ReactNode } from 'react';
import { RadioField } from '../../../../ui/radio-field.tsx';
import { choicesOf } from '../../words/choices.ts';
import { fieldInWords } from '../../words/content-words.ts';
import { fieldId, useFault, useForm, useText } from '../form.ts';
import { Hint } from './hint.tsx';

interface RadioAtProps {
  pointer: string;
  hint?: ReactNode;
  asks?: readonly AlertRule[];
  /** In place of the usual answers: with a word on each. */
  choices?: { value: string; label: ReactNode; hint?: ReactNode }[];
  inline?: boolean;
}

/** One out of a few answers that are all in sight. It is weighed as soon as it is chosen. */
export function RadioAt({ pointer, hint, asks, choices, inline = false }: RadioAtProps) {
  const { assessor, speech } = useForm();
  const [value, setValue] = useText(pointer);
  const fault = useFault(pointer);
  return (
    <div id={fieldId(pointer)}>
      <RadioField
        label={fieldInWords(speech.intl, pointer)}
        hint={(hint || asks) && <Hint asks={asks}>{hint}</Hint>}
        error={fault}
        inline={inline}
        value={value}
        choices={choices ?? choicesOf(speech.intl, speech.profile, pointer) ?? []}
        onChoose={(next) => {
          setValue(next);
          void assessor.leave(pointer);
        }}
      />
    </div>
  );
}
