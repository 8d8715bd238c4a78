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
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out beside its hint in every browser
    <div
      className={style.field}
      role="group"
      aria-labelledby={`${name}-label`}
      aria-describedby={said || undefined}
      tabIndex={-1}
    >
      <p id={`${name}-label`} className={style.label}>
        {label}
      </p>
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
    </div>
  );
}
