import type { CheckAnswer } from '@entente/contracts/screening';
import { FormattedMessage } from 'react-intl';
import { MARKS, type MarkKind, Shape } from '../../ui/mark.tsx';
import style from './answer-banner.module.css';

/** Reasons why an input could not be read, and how to go on. */
const UNREADABLE = {
  empty: 'unreadable.empty',
  'not-a-zone': 'unreadable.not-a-zone',
  'too-long': 'unreadable.too-long',
  cut: 'unreadable.cut',
  'nothing-to-ask': 'unreadable.nothing-to-ask',
  'unknown-country': 'unreadable.unknown-country',
  'impossible-date': 'unreadable.impossible-date',
} as const;

/** Hit, possible hit, no-hit or unreadable: a word, a shape and a colour, and what to do now. */
export function AnswerBanner({ answer }: { answer: CheckAnswer }) {
  const kind = kindOf(answer);
  return (
    <div className={style.banner} data-tone={MARKS[kind].tone}>
      <p className={style.mark}>
        <Shape kind={kind} size={40} />
        <FormattedMessage id={MARKS[kind].id} />
      </p>
      <div className={style.words}>
        <p className={style.lead}>
          <Lead answer={answer} kind={kind} />
        </p>
        {answer.outcome === 'hit' && (
          <p>
            <FormattedMessage id="answer.verify" />
          </p>
        )}
        {answer.outcome === 'unreadable' && (
          <p>
            <FormattedMessage id="unreadable.go-on" />
          </p>
        )}
      </div>
    </div>
  );
}

function Lead({ answer, kind }: { answer: CheckAnswer; kind: MarkKind }) {
  if (answer.outcome === 'no-hit')
    return <FormattedMessage id="answer.no-hit" values={{ lists: answer.lists.answered.length }} />;
  if (answer.outcome === 'unreadable') {
    return <FormattedMessage id={UNREADABLE[answer.unreadable as keyof typeof UNREADABLE] ?? 'unreadable.other'} />;
  }
  const lists = new Set(answer.candidates.map(({ list }) => list)).size;
  return (
    <FormattedMessage
      id={kind === 'possible' ? 'answer.possible' : 'answer.hit'}
      values={{ count: answer.candidates.length, lists }}
    />
  );
}

/** A hit with nothing better than possible candidates is called a possible hit. */
export function kindOf({ outcome, candidates }: CheckAnswer): MarkKind {
  if (outcome !== 'hit') return outcome;
  return candidates.some(({ band }) => band !== 'possible') ? 'hit' : 'possible';
}
