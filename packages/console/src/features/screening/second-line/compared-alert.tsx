import type { Candidate, ReadAs } from '@entente/contracts/screening';
import type { ComparedAlert } from '@entente/contracts/screening/second-line';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { IdentityCard } from '../../../ui/identity-card.tsx';
import { Photographs } from '../../../ui/photographs.tsx';
import { Warnings } from '../../../ui/warnings.tsx';
import { VerdictMark } from '../verdict.tsx';
import { compareIdentity } from './compared.ts';
import style from './compared-alert.module.css';

interface ComparedAlertProps {
  alert: ComparedAlert;
  candidate: Candidate;
  readAs: ReadAs;
}

/** What an alert says of its subject, held against the traveller: identities side by side, warnings, what to look for. */
export function ComparedAlertView({ alert, candidate, readAs }: ComparedAlertProps) {
  const intl = useIntl();
  const languages = alert.languages.map((code) => intl.formatDisplayName(code, { type: 'language' }) ?? code);
  return (
    <div className={style.alert}>
      {(alert.dangers.length > 0 || alert.medical.length > 0) && (
        <Warnings dangers={alert.dangers} medical={alert.medical} />
      )}
      {alert.identities.length > 0 && (
        <div className={style.identities}>
          {alert.identities.map((identity, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: identities are never reordered
            <IdentityCard key={place} identity={identity} asides={asidesOf(readAs, identity, candidate)} />
          ))}
        </div>
      )}
      {alert.kind === 'person' && <Photographs alert={alert.id} photographs={alert.photographs} />}
      <dl className={style.particulars}>
        {alert.description && (
          <Particular name={<FormattedMessage id="case.description" />}>
            <bdi>{alert.description}</bdi>
          </Particular>
        )}
        {alert.marks.length > 0 && (
          <Particular name={<FormattedMessage id="case.marks" />}>
            <bdi>{alert.marks.join(' · ')}</bdi>
          </Particular>
        )}
        {languages.length > 0 && (
          <Particular name={<FormattedMessage id="case.languages" />}>{intl.formatList(languages)}</Particular>
        )}
        {alert.note && (
          <Particular name={<FormattedMessage id="case.alert-note" />}>
            <bdi>{alert.note}</bdi>
          </Particular>
        )}
      </dl>
    </div>
  );
}

function Particular({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function asidesOf(readAs: ReadAs, identity: ComparedAlert['identities'][number], candidate: Candidate) {
  const compared = compareIdentity(readAs, identity, candidate.evidence);
  const mark = (key: keyof typeof compared) => compared[key] && <VerdictMark verdict={compared[key]} />;
  return {
    names: compared.names && (
      <span className={style.names}>
        <FormattedMessage id="evidence.name" /> {mark('names')}
      </span>
    ),
    birthDates: mark('birthDates'),
    nationalities: mark('nationalities'),
    sex: mark('sex'),
    documents: mark('documents'),
  };
}
