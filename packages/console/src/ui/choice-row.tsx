import style from './choice-row.module.css';

interface ChoiceRowProps<T extends string> {
  label: string;
  choices: { value: T; label: string }[];
  value: T;
  onChoose: (value: T) => void;
}

/** A few choices side by side, one of them pressed. */
export function ChoiceRow<T extends string>({ label, choices, value, onChoose }: ChoiceRowProps<T>) {
  return (
    <fieldset className={style.row}>
      <legend className={style.legend}>{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={style.choice}
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
