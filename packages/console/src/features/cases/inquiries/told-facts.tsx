import type { Told } from '@entente/contracts/cases/inquiries';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import { useCountries } from '../../../ui/countries.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { BirthDates } from '../../../ui/identity-dates.tsx';
import { SEXES } from '../../../ui/identity-words.ts';
import { useTranslated } from '../../../ui/translated.ts';
import { NamesList } from './names-list.tsx';

const OFFENCES = {
  ordinary: 'alert.choice.ordinary',
  terrorism: 'alert.choice.terrorism',
  separatism: 'alert.choice.separatism',
  extremism: 'alert.choice.extremism',
} as const satisfies Record<NonNullable<Told['offenceKind']>, string>;

/** What is told of an alert, whole: what an officer confirms is what the other side sees. */
export function ToldFacts({ told }: { told: Told }) {
  const translated = useTranslated();
  const countries = useCountries();
  const { data: catalogue } = useQuery(catalogueQuery);
  const category = catalogue?.categories.find(({ id }) => id === told.category);
  const action = catalogue?.actions.find(({ id }) => id === told.action);
  const { names, birthDates, nationalities, sex, documents, offenceKind } = told;
  return (
    <Facts>
      <Fact name={<FormattedMessage id="hit.alert" />}>{told.reference}</Fact>
      <Fact name={<FormattedMessage id="hit.category" />}>{category ? translated(category.names) : told.category}</Fact>
      <Fact name={<FormattedMessage id="inquiry.told.action" />}>
        {action ? translated(action.names) : told.action}
      </Fact>
      {offenceKind && (
        <Fact name={<FormattedMessage id="inquiry.told.offence" />}>
          <FormattedMessage id={OFFENCES[offenceKind]} />
        </Fact>
      )}
      {names.length > 0 && (
        <Fact name={<FormattedMessage id="identity.names" />}>
          <NamesList names={names} />
        </Fact>
      )}
      {birthDates.length > 0 && (
        <Fact name={<FormattedMessage id="identity.birth-dates" />}>
          <BirthDates dates={birthDates} />
        </Fact>
      )}
      {nationalities.length > 0 && (
        <Fact name={<FormattedMessage id="identity.nationalities" />}>
          {nationalities.map(countries.name).join(' · ')}
        </Fact>
      )}
      {sex && (
        <Fact name={<FormattedMessage id="identity.sex" />}>
          <FormattedMessage id={SEXES[sex]} />
        </Fact>
      )}
      {documents !== undefined && <Fact name={<FormattedMessage id="inquiry.told.documents" />}>{documents}</Fact>}
    </Facts>
  );
}
