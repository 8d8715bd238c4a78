import { CASE_RULES, type CaseRule } from '@entente/contracts/cases/rules';
import { FormattedMessage } from 'react-intl';
import { ProblemError } from '../api/problem.ts';
import { Note } from './note.tsx';
import { ProblemNote } from './problem.tsx';
import { useTranslated } from './translated.ts';

/** Why a step was refused, each rule in its words. Anything else is told like other problems. */
export function RefusedSteps({ error }: { error: unknown }) {
  const translated = useTranslated();
  const named = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  const rules = named
    .map(({ rule }) => rule)
    .filter((rule): rule is CaseRule => rule !== undefined && rule in CASE_RULES);
  if (rules.length === 0) return <ProblemNote error={error} />;
  return (
    <Note tone="grave" alert title={<FormattedMessage id="refused.title" values={{ count: rules.length }} />}>
      {rules.map((rule) => (
        <p key={rule}>{translated(CASE_RULES[rule].says)}</p>
      ))}
    </Note>
  );
}
