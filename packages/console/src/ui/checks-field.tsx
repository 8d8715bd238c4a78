import { type ReactNode, useId } from 'react';
import style from './radio-field.module.css';

interface ChecksFieldProps<T extends string> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  values: T[];
  choices: { value: T; label: ReactNode }[];
  onChange: (values: T[]) => void;
}

/** Any number out of a few. */
export function ChecksField<T extends string>({ label, hint, error, values, choices, onChange }: ChecksFieldProps<T>) {
  const name = useId();
  const said = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={style.field} aria-describedby={said || undefined} tabIndex={-1}>
      <legend className={style.label}>{label}</legend>
      {hint && (
        <p id={`${name}-hint`} className={style.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className={style.error}>
          {error}
        </p>
      )}
      <div className={style.choices} data-inline>
        {choices.map((choice) => (
          <label key={choice.value} className={style.choice}>
            <input
              type="checkbox"
              checked={values.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...values, choice.value]
                    : values.filter((value) => value !== choice.value),
                )
              }
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
