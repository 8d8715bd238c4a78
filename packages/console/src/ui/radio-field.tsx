import { type ReactNode, useId } from 'react';
import style from './radio-field.module.css';

interface RadioFieldProps<T extends string> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Empty: nothing is chosen yet. */
  value: T | '';
  choices: { value: T; label: ReactNode; hint?: ReactNode }[];
  /** Side by side, for short answers. */
  inline?: boolean;
  disabled?: boolean;
  /** The first thing of a dialog: takes the focus when it opens. */
  first?: boolean;
  onChoose: (value: T) => void;
}

/** One of a few answers, each with a word of explanation where it needs one; nothing is chosen beforehand. */
export function RadioField<T extends string>({
  label,
  hint,
  error,
  value,
  choices,
  inline = false,
  disabled = false,
  first = false,
  onChoose,
}: RadioFieldProps<T>) {
  const name = useId();
  const said = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div
      className={style.field}
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-describedby={said || undefined}
      aria-invalid={error ? true : undefined}
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
      <div className={style.choices} data-inline={inline || undefined}>
        {choices.map((choice, place) => (
          <label key={choice.value} className={style.choice} data-disabled={disabled || undefined}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              data-first={first && (value === '' ? place === 0 : choice.value === value) ? true : undefined}
              disabled={disabled}
              onChange={() => onChoose(choice.value)}
            />
            <span>
              <span className={style.word}>{choice.label}</span>
              {choice.hint && <span className={style.about}>{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
