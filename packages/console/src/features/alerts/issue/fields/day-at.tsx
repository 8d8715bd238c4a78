import type { AlertRule } from '@entente/contracts/alerts/rules';
import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { dayInWords } from '../../../../ui/day.ts';
import { TextField } from '../../../../ui/field.tsx';
import { readPartialDate } from '../../../../ui/partial-date.ts';
import { fieldInWords } from '../../words/content-words.ts';
import { isDay } from '../days.ts';
import { fieldId, useFault, useForm, useText, useWasLeft } from '../form.ts';
import style from './fields.module.css';
import { Hint } from './hint.tsx';

interface DayAtProps {
  pointer: string;
  label?: string;
  hint?: ReactNode;
  asks?: readonly AlertRule[];
  /** A year, or a year and month, will do. */
  partial?: boolean;
  disabled?: boolean;
  /** How to write it is said already. */
  bare?: boolean;
}

/** A date as officers type it; what it was read as stands beside it in words, what is no date stays as typed. */
export function DayAt({ pointer, label, hint, asks, partial = false, disabled = false, bare = false }: DayAtProps) {
  const intl = useIntl();
  const { assessor } = useForm();
  const [date, setDate] = useText(pointer);
  const fault = useFault(pointer);
  const [typing, setTyping] = useState<string | null>(null);
  const left = useWasLeft(pointer);
  const read = isRead(date, partial);
  const wrong = left && date !== '' && !read;
  return (
    <TextField
      id={fieldId(pointer)}
      label={label ?? fieldInWords(intl, pointer)}
      hint={
        !bare && (
          <>
            {(hint || asks) && <Hint asks={asks}>{hint}</Hint>}{' '}
            {intl.formatMessage({ id: partial ? 'issue.date.partial' : 'issue.date' })}
          </>
        )
      }
      error={wrong ? intl.formatMessage({ id: partial ? 'issue.date.partial.wrong' : 'issue.date.wrong' }) : fault}
      value={typing ?? date}
      maxLength={20}
      disabled={disabled}
      autoComplete="off"
      rightSectionWidth={120}
      rightSectionPointerEvents="none"
      rightSection={date !== '' && read && <span className={style.read}>{dayInWords(intl, date)}</span>}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyping(text);
        const understood = readPartialDate(text);
        setDate(understood !== null && isRead(understood, partial) ? understood : text);
      }}
      onBlur={() => {
        setTyping(null);
        void assessor.leave(pointer);
      }}
    />
  );
}

function isRead(date: string, partial: boolean): boolean {
  return isDay(date) || (partial && /^\d{4}(-\d{2})?$/.test(date));
}
