import type { ReviewAnswers } from '@entente/contracts/alerts/alert';
import { FormattedMessage } from 'react-intl';
import { QUESTIONS } from '../review/questions.ts';
import style from './history.module.css';

/** What the reviewer answered, as it stands in the history. */
export function GivenAnswers({ answers }: { answers: ReviewAnswers }) {
  return (
    <details className={style.answers}>
      <summary>
        <FormattedMessage id="alert.view.answers" />
      </summary>
      <dl>
        {QUESTIONS.map(({ key, question }) => {
          const given = answers[key];
          return (
            given && (
              <div key={key}>
                <dt>
                  <FormattedMessage id={question} />
                </dt>
                <dd>
                  <strong>
                    <FormattedMessage id={given.answer ? 'review.yes' : 'review.no'} />
                  </strong>{' '}
                  <span dir="auto">{given.reasons}</span>
                </dd>
              </div>
            )
          );
        })}
        {answers.suspectTerms && (
          <div>
            <dt>
              <FormattedMessage id="review.suspect-terms" />
            </dt>
            <dd dir="auto">{answers.suspectTerms}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
