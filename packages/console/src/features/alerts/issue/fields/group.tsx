import type { AlertRule } from '@entente/contracts/alerts/rules';
import type { ReactNode } from 'react';
import { fieldInWords } from '../../words/content-words.ts';
import { fieldId, useFault, useForm } from '../form.ts';
import style from './fields.module.css';
import { Hint } from './hint.tsx';

interface GroupProps {
  pointer: string;
  label?: ReactNode;
  hint?: ReactNode;
  asks?: readonly AlertRule[];
  children: ReactNode;
}

/** Fields that belong together under one question; what is wrong with the whole of them stands at its head. */
export function Group({ pointer, label, hint, asks, children }: GroupProps) {
  const { speech } = useForm();
  const fault = useFault(pointer);
  const id = fieldId(pointer);
  return (
    <fieldset
      id={id}
      className={style.group}
      tabIndex={-1}
      data-wrong={fault ? true : undefined}
      aria-describedby={[hint || asks ? `${id}-hint` : '', fault ? `${id}-error` : ''].join(' ').trim() || undefined}
    >
      <legend className={style.legend}>{label ?? fieldInWords(speech.intl, pointer)}</legend>
      {(hint || asks) && (
        <p id={`${id}-hint`} className={style.hint}>
          <Hint asks={asks}>{hint}</Hint>
        </p>
      )}
      {fault && (
        <p id={`${id}-error`} className={style.error}>
          {fault}
        </p>
      )}
      {children}
    </fieldset>
  );
}
