import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { useStore } from '../../../api/store.ts';
import { SUBJECT_KINDS } from '../../../ui/listed-words.ts';
import { fit } from './fitting.ts';
import { useForm } from './form.ts';
import style from './issue.module.css';
import { type IssueStep, stepOf, stepsOf } from './steps.ts';

/** The pages of the form, with what is still open on each. */
export function StepNav({ step }: { step: IssueStep }) {
  const { assessor, keeper, kind, speech, version } = useForm();
  const { refusals } = useStore(assessor.found);
  const { alert, tree } = useStore(keeper.kept);
  const open = [...(refusals ?? []).map(({ pointer }) => pointer), ...fit(tree).malformed].map(stepOf);
  const isDone = (one: IssueStep) => refusals !== null && !open.some((at) => at === one || one === 'check');
  return (
    <nav aria-label={speech.intl.formatMessage({ id: 'issue.steps' })}>
      <ol className={style.steps}>
        {stepsOf(kind, version).map((one, place) => {
          const count = open.filter((at) => at === one).length;
          return (
            <li key={one}>
              <Link
                to="/alerts/$id/edit"
                params={{ id: alert.id }}
                search={{ step: one }}
                className={style.step}
                data-here={one === step || undefined}
                aria-current={one === step ? 'step' : undefined}
                activeProps={{ 'aria-current': 'step' }}
              >
                <span className={style.number} data-done={isDone(one) || undefined}>
                  {place + 1}
                </span>
                <span>
                  {one === 'subject' ? (
                    <FormattedMessage id={kind === 'person' ? 'issue.step.person' : SUBJECT_KINDS[kind]} />
                  ) : (
                    <FormattedMessage id={STEP_WORDS[one]} />
                  )}
                  {count > 0 && (
                    <span className={style.open}>
                      <FormattedMessage id="issue.open" values={{ count }} />
                    </span>
                  )}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The pages by name; the first is named by what the alert is about. */
export const STEP_WORDS = {
  description: 'issue.step.description',
  ground: 'issue.step.ground',
  life: 'issue.step.life',
  check: 'issue.step.check',
} as const satisfies Record<Exclude<IssueStep, 'subject'>, string>;
