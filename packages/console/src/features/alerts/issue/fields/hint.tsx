import type { AlertRule } from '@entente/contracts/alerts/rules';
import type { ReactNode } from 'react';
import { ruleInWords, sourcesOf } from '../../words/rules.ts';
import { useForm } from '../form.ts';
import style from './fields.module.css';

interface HintProps {
  /** Rules that ask for the field: what the first says stands beside it, and where they come from. */
  asks?: readonly AlertRule[] | undefined;
  /** In place of the rule's own words, where those name values. */
  children?: ReactNode;
}

/** Beside a field: why it is asked for, and which rule or instrument asks. */
export function Hint({ asks = [], children }: HintProps) {
  const { speech } = useForm();
  const [first] = asks;
  const words = children ?? (first && ruleInWords(speech.intl, { rule: first }).says);
  const sources = sourcesOf(asks);
  return (
    <>
      {words}
      {sources.length > 0 && <span className={style.source}> {sources.join('; ')}</span>}
    </>
  );
}
