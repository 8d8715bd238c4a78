import { useIntl } from 'react-intl';
import { ProblemError } from '../../../api/problem.ts';
import { Note } from '../../../ui/note.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { ruleInWords } from '../words/rules.ts';
import style from './acts.module.css';

/** Why a step was refused: each rule with where it comes from; any other problem as everywhere. */
export function StepFailure({ failure }: { failure: unknown }) {
  const intl = useIntl();
  const rules = rulesOf(failure);
  if (failure === null) return null;
  if (rules.length === 0) return <ProblemNote error={failure} />;
  return (
    <Note tone="grave" alert title={intl.formatMessage({ id: 'alert.refused' })}>
      <ul className={style.rules}>
        {rules.map((refusal) => {
          const { says, source } = ruleInWords(intl, refusal);
          return (
            <li key={refusal.rule + refusal.pointer}>
              {says} {source && <span className={style.source}>{source}</span>}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}

/** A rule that refused, with the field it is about. */
export interface RefusedBy {
  rule: string;
  pointer: string;
  values?: Record<string, string>;
}

/** The rules a refusal names, none where it was refused for another reason. */
export function rulesOf(failure: unknown): RefusedBy[] {
  if (!(failure instanceof ProblemError)) return [];
  return (failure.problem.errors ?? []).flatMap(({ rule, pointer, values }) =>
    rule === undefined ? [] : [{ rule, pointer, ...(values ? { values } : {}) }],
  );
}
