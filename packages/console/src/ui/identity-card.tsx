import type { Identity } from '@entente/contracts/alerts';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useCountries } from './countries.ts';
import { Fact, Facts } from './facts.tsx';
import style from './identity-card.module.css';
import { BirthDates } from './identity-dates.tsx';
import { IdentityDocuments } from './identity-documents.tsx';
import { IdentityNames } from './identity-names.tsx';
import { SEXES } from './identity-words.ts';
import { Mark } from './mark.tsx';

/** The parts of an identity that can be held against somebody. */
type Part = 'names' | 'birthDates' | 'nationalities' | 'sex' | 'documents';

interface IdentityCardProps {
  identity: Identity & { victimConsent?: unknown };
  /** Beside a part: what it says when held against somebody. */
  asides?: Partial<Record<Part, ReactNode>>;
  /** Beneath the particulars: photographs, a comparison. */
  children?: ReactNode;
}

/** One identity of a person, to be laid beside the others; a misused one says plainly whose it is. */
export function IdentityCard({ identity, asides = {}, children }: IdentityCardProps) {
  const countries = useCountries();
  const unknown = <FormattedMessage id="identity.unknown" />;
  const { status, birthPlaces, nationalities, sex } = identity;
  return (
    <article className={style.card} data-status={status}>
      <header className={style.head}>
        <Mark kind={status} />
        {asides.names}
      </header>
      {status === 'misused' && (
        <p className={style.victim}>
          <FormattedMessage id="identity.misused.meaning" />{' '}
          <FormattedMessage id={identity.victimConsent ? 'identity.misused.consent' : 'identity.misused.no-consent'} />
        </p>
      )}
      <IdentityNames names={identity.names} />
      <Facts>
        <Fact name={<FormattedMessage id="identity.birth-dates" />} aside={asides.birthDates}>
          {identity.birthDates.length > 0 ? <BirthDates dates={identity.birthDates} /> : unknown}
        </Fact>
        {birthPlaces.length > 0 && (
          <Fact name={<FormattedMessage id="identity.birth-places" />}>{birthPlaces.join(' · ')}</Fact>
        )}
        <Fact name={<FormattedMessage id="identity.nationalities" />} aside={asides.nationalities}>
          {nationalities.length > 0 ? nationalities.map(countries.name).join(' · ') : unknown}
        </Fact>
        <Fact name={<FormattedMessage id="identity.sex" />} aside={asides.sex}>
          {sex ? <FormattedMessage id={SEXES[sex]} /> : unknown}
        </Fact>
        <Fact name={<FormattedMessage id="identity.documents" />} aside={asides.documents}>
          {identity.documents.length > 0 ? <IdentityDocuments documents={identity.documents} /> : unknown}
        </Fact>
      </Facts>
      {children}
    </article>
  );
}
