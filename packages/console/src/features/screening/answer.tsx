import type { CheckAnswer } from '@entente/contracts/screening';
import { FormattedMessage } from 'react-intl';
import style from './answer.module.css';
import { AnswerBanner } from './answer-banner.tsx';
import { AnsweredLists } from './answered-lists.tsx';
import { Candidates } from './candidates.tsx';
import { ReadAsPanel } from './read-as.tsx';

/** The answer to one check: the verdict, who it may be and why, what was read, which lists spoke. */
export function Answer({ answer }: { answer: CheckAnswer }) {
  return (
    <div className={style.answer}>
      <AnswerBanner answer={answer} />
      <div className={style.columns}>
        <div className={style.main}>
          {answer.candidates.length > 0 && <Candidates candidates={answer.candidates} />}
          {answer.outcome !== 'unreadable' && <AnsweredLists lists={answer.lists} />}
        </div>
        <div className={style.side}>
          {answer.readAs && <ReadAsPanel readAs={answer.readAs} />}
          <p className={style.record}>
            <FormattedMessage id="answer.record" />
            <code>{answer.record}</code>
          </p>
        </div>
      </div>
    </div>
  );
}
