import type { CheckAnswer } from '@entente/contracts/screening';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { catalogueQuery } from '../../api/alerts/catalogue.ts';
import { MARKS, type MarkKind, Shape } from '../../ui/mark.tsx';
import style from './answer-banner.module.css';
import { ReferralBar } from './referral/referral.tsx';

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
  const { data: catalogue } = useQuery(catalogueQuery);
  const holdsNobody = answer.candidates.every(
    ({ action }) => catalogue?.actions.find(({ id }) => id === action)?.detains === false,
  );
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
        {(kind === 'hit' || kind === 'possible') && (
          <p>
            <FormattedMessage id="answer.verify" />{' '}
            {holdsNobody && (
              <strong>
                <FormattedMessage id="answer.holds-nobody" />
              </strong>
            )}
          </p>
        )}
        {answer.outcome === 'unreadable' && (
          <p>
            <FormattedMessage id="unreadable.go-on" />
          </p>
        )}
      </div>
      {(kind === 'hit' || kind === 'possible') && (
        <div className={style.next}>
          <ReferralBar check={answer.id} shortcut />
        </div>
      )}
    </div>
  );
}

function Lead({ answer, kind }: { answer: CheckAnswer; kind: MarkKind }) {
  const intl = useIntl();
  const thing = answer.readAs?.kind === 'object';
  if (kind === 'no-hit') {
    return (
      <FormattedMessage
        id={thing ? 'answer.no-hit.thing' : 'answer.no-hit'}
        values={{ lists: answer.lists.answered.length }}
      />
    );
  }
  if (answer.outcome === 'unreadable') {
    return <FormattedMessage id={UNREADABLE[answer.unreadable as keyof typeof UNREADABLE] ?? 'unreadable.other'} />;
  }
  const alerts = answer.candidates.filter(({ source }) => source.kind === 'alert').length;
  const entries = answer.candidates.length - alerts;
  const found = intl.formatList([
    ...(alerts > 0 ? [intl.formatMessage({ id: 'answer.alerts' }, { count: alerts })] : []),
    ...(entries > 0 ? [intl.formatMessage({ id: 'answer.entries' }, { count: entries })] : []),
  ]);
  return <FormattedMessage id={kind === 'possible' ? 'answer.possible' : 'answer.hit'} values={{ found }} />;
}

/** A hit with nothing better than possible candidates is called a possible hit; without one to be shown, it is none. */
export function kindOf({ outcome, candidates }: CheckAnswer): MarkKind {
  if (outcome === 'unreadable') return 'unreadable';
  if (candidates.length === 0) return 'no-hit';
  return candidates.some(({ band }) => band !== 'possible') ? 'hit' : 'possible';
}
