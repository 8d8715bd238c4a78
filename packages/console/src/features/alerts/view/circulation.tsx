import type { AlertView, Circulation } from '@entente/contracts/alerts/alert';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { circulationQuery } from '../../../api/alerts/alert.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { audienceInWords } from '../words/audience-words.ts';
import { FLAG_GROUNDS, refusalInWords, SENT_MARKS, TOLD } from '../words/circulation-words.ts';
import type { Speech } from '../words/content-words.ts';
import style from './circulation.module.css';

type Holder = Circulation[number];

/** Where an alert of this state's own is: what each member was told, what its node said to it, and what it does instead. */
export function CirculationView({ alert, speech }: { alert: AlertView; speech: Speech }) {
  const circulation = useQuery(circulationQuery(alert));
  return (
    <Panel
      title={<FormattedMessage id="circulation.title" />}
      aside={audienceInWords(speech, alert.current?.content.audience)}
    >
      <Part query={circulation} lines={3}>
        {(holders) =>
          holders.length === 0 ? (
            <p className={style.under}>
              <FormattedMessage id="circulation.nowhere" />
            </p>
          ) : (
            <ul className={style.holders}>
              {holders.map((holder) => (
                <li key={holder.node}>
                  <HolderView holder={holder} speech={speech} />
                </li>
              ))}
            </ul>
          )
        }
      </Part>
    </Panel>
  );
}

function HolderView({ holder, speech }: { holder: Holder; speech: Speech }) {
  const translated = useTranslated();
  const { of, told, version, at, state, refusal, deleted, flag } = holder;
  const body = speech.profile.organisation.bodies.find(({ id }) => id === of);
  return (
    <>
      <p className={style.head}>
        <span className={style.name}>{body ? translated(body.names) : speech.countries.name(of)}</span>
        <Mark kind={deleted ? 'deleted' : SENT_MARKS[state]} />
      </p>
      <p className={style.under}>
        <FormattedMessage id={TOLD[told]} values={{ version }} /> · <Moment at={at} />
      </p>
      {refusal && (
        <p>
          {refusalInWords(speech.intl, refusal)} <span className={style.code}>{refusal.code}</span>
        </p>
      )}
      {flag && <FlagView flag={flag} speech={speech} />}
    </>
  );
}

/** It takes no action on its territory: on which ground, and what it does instead. */
function FlagView({ flag, speech }: { flag: NonNullable<Holder['flag']>; speech: Speech }) {
  const translated = useTranslated();
  const action = speech.profile.catalogue.actions.find(({ id }) => id === flag.action);
  return (
    <>
      <p className={style.head}>
        <FormattedMessage id={FLAG_GROUNDS[flag.why]} />
        <Mark kind="flagged" />
      </p>
      <p className={style.under}>
        {action ? (
          <FormattedMessage id="circulation.instead" values={{ action: translated(action.names) }} />
        ) : (
          <FormattedMessage id="circulation.nothing-instead" />
        )}
      </p>
    </>
  );
}
