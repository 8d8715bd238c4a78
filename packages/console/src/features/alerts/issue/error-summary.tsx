import type { Refusal } from '@entente/contracts/alerts/alert';
import { type Ref, useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { placeInWords } from '../words/content-words.ts';
import { ruleInWords } from '../words/rules.ts';
import { useForm } from './form.ts';
import style from './issue.module.css';

interface ErrorSummaryProps {
  refusals: Refusal[];
  /** Fields whose text is not what it should be. */
  malformed: string[];
  onGo: (pointer: string) => void;
  ref?: Ref<HTMLDivElement>;
}

/** At the top after a submission that failed: every rule that stands in the way, with its source and the way to its field. */
export function ErrorSummary({ refusals, malformed, onGo, ref }: ErrorSummaryProps) {
  const { speech } = useForm();
  const heading = useId();
  return (
    <div ref={ref} className={style.summary} role="alert" tabIndex={-1} aria-labelledby={heading}>
      <h2 id={heading}>
        <FormattedMessage id="issue.errors" values={{ count: refusals.length + malformed.length }} />
      </h2>
      <ul>
        {malformed.map((pointer) => (
          <li key={pointer}>
            <button type="button" onClick={() => onGo(pointer)}>
              <FormattedMessage id="issue.errors.malformed" values={{ field: placeInWords(speech.intl, pointer) }} />
            </button>
          </li>
        ))}
        {refusals.map((refusal) => {
          const { says, source } = ruleInWords(speech.intl, refusal);
          return (
            <li key={refusal.rule + refusal.pointer + JSON.stringify(refusal.values ?? {})}>
              <button type="button" onClick={() => onGo(refusal.pointer)}>
                {says}
              </button>
              <span className={style.rule}>
                <code>{refusal.rule}</code> {source}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
