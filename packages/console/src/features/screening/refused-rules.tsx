import { SCREENING_RULES, type ScreeningRule } from '@entente/contracts/screening/rules';
import { FormattedMessage } from 'react-intl';
import { ProblemError } from '../../api/problem.ts';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { useTranslated } from '../../ui/translated.ts';
import style from './refused-rules.module.css';

/** Why a step was refused: each rule by its words, its name and where it comes from. Anything else is told like other problems. */
export function RefusedRules({ error }: { error: unknown }) {
  const translated = useTranslated();
  const rules = rulesOf(error);
  if (rules.length === 0) return <ProblemNote error={error} />;
  return (
    <Note tone="grave" alert title={<FormattedMessage id="refused.title" values={{ count: rules.length }} />}>
      <ul className={style.rules}>
        {rules.map((rule) => (
          <li key={rule}>
            {translated(SCREENING_RULES[rule].says)}
            <span className={style.source}>
              <code>{rule}</code> · {SCREENING_RULES[rule].source}
            </span>
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** The rules a refusal names, each once. */
export function rulesOf(error: unknown): ScreeningRule[] {
  if (!(error instanceof ProblemError)) return [];
  const named = (error.problem.errors ?? []).map(({ rule }) => rule).filter((rule) => rule !== undefined);
  return [...new Set(named)].filter((rule): rule is ScreeningRule => rule in SCREENING_RULES);
}
