import type { Audience } from '@entente/contracts/alerts/content';
import type { IntlShape } from 'react-intl';
import type { Countries } from '../../../ui/countries.ts';

interface Speaking {
  intl: IntlShape;
  countries: Pick<Countries, 'name'>;
}

/** To whom an alert goes; members by their names. */
export function audienceInWords({ intl, countries }: Speaking, audience: Audience | undefined): string {
  if (audience?.kind === 'members') {
    return intl.formatList([...audience.states.map(countries.name), ...(audience.bodies ?? [])], {
      type: 'conjunction',
    });
  }
  if (audience?.kind === 'all-members') return intl.formatMessage({ id: 'alert.choice.audience.all-members' });
  return intl.formatMessage({
    id: audience?.searchable ? 'alert.choice.audience.searchable' : 'alert.choice.audience.national',
  });
}
