import type { CaseView } from '@entente/contracts/cases';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import { useCountries } from '../../../ui/countries.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { COMPARED, DIRECTIONS, FINDINGS } from './hit-words.ts';

/** What is known of the hit: the alert, when and where if that was reported, the documents, what was compared and done. */
export function HitFacts({ view }: { view: CaseView }) {
  const translated = useTranslated();
  const countries = useCountries();
  const { data: catalogue } = useQuery(catalogueQuery);
  const category = catalogue?.categories.find(({ id }) => id === view.alert.category);
  const action = catalogue?.actions.find(({ id }) => id === view.taken);
  return (
    <Panel title={<FormattedMessage id="hit.title" />}>
      <Facts>
        <Fact name={<FormattedMessage id="hit.alert" />}>{view.alert.reference}</Fact>
        <Fact name={<FormattedMessage id="hit.category" />}>
          {category ? translated(category.names) : view.alert.category}
        </Fact>
        {view.met ? (
          <>
            <Fact name={<FormattedMessage id="hit.place" />} aside={<Direction of={view.met.direction} />}>
              <bdi>{view.met.place}</bdi>
            </Fact>
            <Fact name={<FormattedMessage id="hit.at" />}>
              <Moment at={view.met.at} />
            </Fact>
          </>
        ) : (
          <Fact name={<FormattedMessage id="hit.place" />}>
            <FormattedMessage id="hit.place.not-reported" />
          </Fact>
        )}
        {view.documents.map(({ number, issuer, code }) => (
          <Fact key={number} name={<FormattedMessage id="hit.document" />} aside={issuer && countries.name(issuer)}>
            <code>{[code, number].filter(Boolean).join(' ')}</code>
          </Fact>
        ))}
        {view.compared.map(({ item, finding }) => (
          <Fact key={item} name={<FormattedMessage id={COMPARED[item]} />}>
            <FormattedMessage id={FINDINGS[finding]} />
          </Fact>
        ))}
        <Fact name={<FormattedMessage id="hit.taken" />}>
          {view.taken === null ? (
            <FormattedMessage id="hit.taken.none" />
          ) : action ? (
            translated(action.names)
          ) : (
            view.taken
          )}
        </Fact>
      </Facts>
    </Panel>
  );
}

function Direction({ of }: { of: keyof typeof DIRECTIONS }) {
  return <FormattedMessage id={DIRECTIONS[of]} />;
}
