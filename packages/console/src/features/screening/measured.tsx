import type { Band } from '@entente/contracts/screening';
import { FALSE_ALARMS } from '@entente/contracts/screening/false-alarms';
import { FormattedMessage } from 'react-intl';

/** How often a band was wrong when it was measured, so that an officer knows what to make of it. */
export function Measured({ band }: { band: Band }) {
  const { travellers, withFacts, nameOnly, numbers } = FALSE_ALARMS;
  if (band === 'exact-document') return <FormattedMessage id="band.measured.number" values={numbers} />;
  return (
    <FormattedMessage id="band.measured" values={{ of: travellers, facts: withFacts[band], name: nameOnly[band] }} />
  );
}
