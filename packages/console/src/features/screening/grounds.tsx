import type { Candidate } from '@entente/contracts/screening';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useTranslated } from '../../ui/translated.ts';
import style from './evidence.module.css';

/** What a candidate stands on: the list with its basis here, or the alert's category and reference. */
export function Grounds({ candidate: { source, score } }: { candidate: Candidate }) {
  const intl = useIntl();
  const translated = useTranslated();
  return (
    <dl className={style.listing}>
      <Ground name={<FormattedMessage id="candidate.score" />}>
        {intl.formatNumber(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
      </Ground>
      {source.kind === 'alert' ? (
        <>
          <Ground name={<FormattedMessage id="candidate.alert" />}>
            <code>{source.reference}</code>
          </Ground>
          <Ground name={<FormattedMessage id="candidate.category" />}>{translated(source.categoryNames)}</Ground>
        </>
      ) : (
        <>
          <Ground name={<FormattedMessage id="candidate.reference" />}>
            <code>{source.ref}</code>
          </Ground>
          <Ground name={<FormattedMessage id="candidate.legal-basis" />}>{source.legalBasis}</Ground>
          {source.programmes.length > 0 && (
            <Ground name={<FormattedMessage id="candidate.programmes" />}>{source.programmes.join(' · ')}</Ground>
          )}
        </>
      )}
    </dl>
  );
}

function Ground({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
