import type { CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import { FormattedMessage } from 'react-intl';
import { Note } from '../../ui/note.tsx';
import style from './answer.module.css';
import { AnswerBanner } from './answer-banner.tsx';
import { AnsweredLists } from './answered-lists.tsx';
import { Candidates } from './candidates.tsx';
import { ReadAsPanel } from './read-as.tsx';

interface AnswerProps {
  answer: CheckAnswer;
  busy: boolean;
  onCheck: (request: CheckRequest) => void;
}

/** The answer to one check: the verdict, who it may be and why, what was read, which lists spoke. */
export function Answer({ answer, busy, onCheck }: AnswerProps) {
  return (
    <div className={style.answer}>
      <AnswerBanner answer={answer} />
      {answer.mayBeStale && (
        <Note tone="warning" title={<FormattedMessage id="answer.stale" />}>
          <FormattedMessage id="answer.stale.why" />
        </Note>
      )}
      <div className={style.columns}>
        <div className={style.main}>
          {answer.candidates.length > 0 && <Candidates candidates={answer.candidates} />}
          {answer.outcome !== 'unreadable' && <AnsweredLists lists={answer.lists} />}
        </div>
        {answer.readAs && (
          <div className={style.side}>
            <ReadAsPanel readAs={answer.readAs} busy={busy} onCheck={onCheck} />
          </div>
        )}
      </div>
    </div>
  );
}
