import type { GivenVerdict } from '@entente/contracts/screening/second-line';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { FINDINGS, ITEMS } from './checklist-words.ts';

/** A verdict as given: by whom, when, on what, what was done; its record one press away. */
export function GivenVerdictView({ given }: { given: GivenVerdict }) {
  const translated = useTranslated();
  const { data } = useQuery(catalogueQuery);
  const mayAudit = useMay('audit.search');
  const action = data?.actions.find(({ id }) => id === given.taken);
  return (
    <Facts>
      <Fact name={<FormattedMessage id="given.verdict" />} aside={<Moment at={given.at} />}>
        <Mark kind={given.verdict} />
      </Fact>
      <Fact name={<FormattedMessage id="given.by" />}>{given.by.name}</Fact>
      {given.checklist.map(({ item, finding, note }) => (
        <Fact key={item} name={<FormattedMessage id={ITEMS[item]} />}>
          <span>
            <FormattedMessage id={FINDINGS[finding]} />
            {note && <bdi>{`: ${note}`}</bdi>}
          </span>
        </Fact>
      ))}
      <Fact name={<FormattedMessage id={given.taken ? 'taken.title' : 'taken.why-not'} />}>
        {given.taken ? action ? translated(action.names) : given.taken : <bdi>{given.notTaken}</bdi>}
      </Fact>
      {given.note && (
        <Fact name={<FormattedMessage id="verdict.note" />}>
          <bdi>{given.note}</bdi>
        </Fact>
      )}
      <Fact name={<FormattedMessage id="given.record" />}>
        {mayAudit ? (
          <Link to="/audit/$id" params={{ id: given.record }}>
            <code>{given.record}</code>
          </Link>
        ) : (
          <code>{given.record}</code>
        )}
      </Fact>
    </Facts>
  );
}
