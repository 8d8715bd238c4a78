import type { AlertView, Circulation } from '@entente/contracts/alerts/alert';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { circulationQuery } from '../../../api/alerts/alert.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { Table } from '../../../ui/table.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { FLAG_GROUNDS, SENT_MARKS, TOLD } from '../words/circulation-words.ts';
import { type Speech, valueInWords } from '../words/content-words.ts';
import { ruleInWords } from '../words/rules.ts';
import style from './sheet.module.css';

const COLUMNS = ['circulation.holder', 'circulation.told', 'circulation.envelope', 'circulation.flag'] as const;

/** Where an alert of this state's own is: what each member was told, what its node said to it, and what it does instead. */
export function CirculationView({ alert, speech }: { alert: AlertView; speech: Speech }) {
  const circulation = useQuery(circulationQuery(alert));
  const title = speech.intl.formatMessage({ id: 'circulation.title' });
  return (
    <Panel flush title={title} aside={<Audience alert={alert} speech={speech} />}>
      <Part query={circulation} lines={3}>
        {(holders) =>
          holders.length === 0 ? (
            <p className={style.nowhere}>
              <FormattedMessage id="circulation.nowhere" />
            </p>
          ) : (
            <Table
              caption={title}
              head={COLUMNS.map((id) => (
                <th key={id} scope="col">
                  <FormattedMessage id={id} />
                </th>
              ))}
            >
              {holders.map((holder) => (
                <Holder key={holder.node} holder={holder} speech={speech} />
              ))}
            </Table>
          )
        }
      </Part>
    </Panel>
  );
}

/** To whom the version in force goes. */
function Audience({ alert: { current }, speech }: { alert: AlertView; speech: Speech }) {
  const audience = current?.content.audience;
  return audience ? (
    <span>{valueInWords(speech, '/audience', audience)}</span>
  ) : (
    <FormattedMessage id="alert.choice.audience.national" />
  );
}

function Holder({ holder, speech }: { holder: Circulation[number]; speech: Speech }) {
  const translated = useTranslated();
  const { of, told, version, at, state, refusal, deleted, flag } = holder;
  const body = speech.profile.organisation.bodies.find(({ id }) => id === of);
  return (
    <tr>
      <td>{body ? translated(body.names) : speech.countries.name(of)}</td>
      <td>
        <FormattedMessage id={TOLD[told]} values={{ version }} />
        <span className={style.under}>
          <Moment at={at} />
        </span>
      </td>
      <td>
        <Mark kind={deleted ? 'deleted' : SENT_MARKS[state]} />
        {refusal && <Refusal refusal={refusal} />}
      </td>
      <td>{flag ? <FlagWords flag={flag} speech={speech} /> : '—'}</td>
    </tr>
  );
}

/** The holder's rule in the reader's language; what is no rule of alerts, in the holder's own words. */
function Refusal({ refusal: { code, detail } }: { refusal: NonNullable<Circulation[number]['refusal']> }) {
  const intl = useIntl();
  const rule = code.startsWith('alerts.') ? ruleInWords(intl, { rule: code.slice('alerts.'.length) }).says : detail;
  return (
    <span className={style.under}>
      {rule.includes('{') ? detail : rule} <code>{code}</code>
    </span>
  );
}

function FlagWords({ flag, speech }: { flag: NonNullable<Circulation[number]['flag']>; speech: Speech }) {
  const translated = useTranslated();
  const action = speech.profile.catalogue.actions.find(({ id }) => id === flag.action);
  return (
    <>
      <Mark kind="flagged" />
      <span className={style.under}>
        <FormattedMessage id={FLAG_GROUNDS[flag.why]} />
      </span>
      <span className={style.under}>
        {action ? (
          <FormattedMessage id="circulation.instead" values={{ action: translated(action.names) }} />
        ) : (
          <FormattedMessage id="circulation.nothing-instead" />
        )}
      </span>
    </>
  );
}
