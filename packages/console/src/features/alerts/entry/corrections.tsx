import type { CorrectionView, ListEntryView } from '@entente/contracts/alerts/corrections';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay, useSession } from '../../../api/access.ts';
import { decideCorrection, withdrawCorrection } from '../../../api/alerts/corrections.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { scriptTag } from '../../../ui/script.ts';
import { useTranslated } from '../../../ui/translated.ts';
import { KINDS, STATES } from './correction-words.ts';
import style from './entry.module.css';

interface CorrectionsProps {
  entry: ListEntryView;
  onChange: (entry: ListEntryView) => void;
}

type Step = 'confirm' | 'decline' | 'withdraw';

const WORDS = {
  confirm: {
    title: 'correction.confirm.title',
    consequence: 'correction.confirm.consequence',
    verb: 'correction.confirm',
  },
  decline: {
    title: 'correction.decline.title',
    consequence: 'correction.decline.consequence',
    verb: 'correction.decline',
  },
  withdraw: {
    title: 'correction.withdraw.title',
    consequence: 'correction.withdraw.consequence',
    verb: 'correction.withdraw',
  },
} as const;

/** Every correction beside the entry, with both officers, and the steps that are open to whoever looks. */
export function Corrections({ entry, onChange }: CorrectionsProps) {
  const intl = useIntl();
  const [asking, setAsking] = useState<{ step: Step; correction: CorrectionView } | null>(null);

  async function act({ step, correction }: { step: Step; correction: CorrectionView }) {
    onChange(
      step === 'withdraw' ? await withdrawCorrection(correction.id) : await decideCorrection(correction.id, step),
    );
  }

  return (
    <Panel flush title={<FormattedMessage id="entry.corrections" />}>
      {entry.corrections.length === 0 ? (
        <Empty title={<FormattedMessage id="entry.corrections.none" />}>
          <FormattedMessage id="entry.corrections.none.words" />
        </Empty>
      ) : (
        <ul className={style.corrections}>
          {entry.corrections.map((correction) => (
            <Correction
              key={correction.id}
              correction={correction}
              onStep={(step) => setAsking({ step, correction })}
            />
          ))}
        </ul>
      )}
      {asking && (
        <Confirmation
          title={intl.formatMessage({ id: WORDS[asking.step].title })}
          consequence={<FormattedMessage id={WORDS[asking.step].consequence} />}
          verb={intl.formatMessage({ id: WORDS[asking.step].verb })}
          grave={asking.step !== 'confirm'}
          act={() => act(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </Panel>
  );
}

function Correction({ correction, onStep }: { correction: CorrectionView; onStep: (step: Step) => void }) {
  const translated = useTranslated();
  const { officer } = useSession();
  const mayReview = useMay('alerts.review-correction');
  const mayCorrect = useMay('alerts.correct-entry');
  const { kind, state, value, instead, reason, authority, proposed, decided, endedAt } = correction;
  const open = state === 'proposed' || state === 'in-force';
  return (
    <li className={style.correction} data-open={open || undefined}>
      <p className={style.says}>
        <Mark kind={STATES[state]} />
        <span>
          <FormattedMessage id={KINDS[kind]} />
        </span>
      </p>
      <p className={style.value}>
        <bdi lang={scriptTag(value)}>{value}</bdi>
        {instead !== undefined && (
          <span className={style.under}>
            <FormattedMessage id="correction.instead" values={{ instead: <bdi>{instead}</bdi> }} />
          </span>
        )}
      </p>
      <p>{reason}</p>
      <p className={style.under}>
        <FormattedMessage
          id="correction.proposed-by"
          values={{ name: proposed.name, authority: translated(authority), at: <Moment at={proposed.at} /> }}
        />
        {decided && (
          <>
            {' · '}
            <FormattedMessage
              id={state === 'declined' ? 'correction.declined-by' : 'correction.confirmed-by'}
              values={{ name: decided.name, at: <Moment at={decided.at} /> }}
            />
          </>
        )}
        {endedAt !== null && state !== 'declined' && (
          <>
            {' · '}
            <FormattedMessage
              id={state === 'lapsed' ? 'correction.lapsed-at' : 'correction.withdrawn-at'}
              values={{ at: <Moment at={endedAt} /> }}
            />
          </>
        )}
      </p>
      {open && (
        <div className={style.buttons}>
          {state === 'proposed' && mayReview && proposed.id !== officer?.id && (
            <>
              <Button weight="main" onClick={() => onStep('confirm')}>
                <FormattedMessage id="correction.confirm" />
              </Button>
              <Button onClick={() => onStep('decline')}>
                <FormattedMessage id="correction.decline" />
              </Button>
            </>
          )}
          {mayCorrect && (
            <Button weight="quiet" onClick={() => onStep('withdraw')}>
              <FormattedMessage id="correction.withdraw" />
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
