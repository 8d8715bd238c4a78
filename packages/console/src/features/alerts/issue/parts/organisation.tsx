import { FormattedMessage, useIntl } from 'react-intl';
import { DayAt } from '../fields/day-at.tsx';
import { Group } from '../fields/group.tsx';
import { LinesAt } from '../fields/lines-at.tsx';
import { TextAt } from '../fields/text-at.tsx';
import { Documents } from './documents.tsx';
import { Names } from './names.tsx';

/** An organisation that somebody designated by a named instrument. */
export function OrganisationEditor() {
  const intl = useIntl();
  return (
    <>
      <Names pointer="/subject/names" asks={['name-missing']} />
      <Group pointer="/subject/designation" asks={['designation-missing']}>
        <TextAt pointer="/subject/designation/authority" />
        <TextAt pointer="/subject/designation/instrument" />
        <TextAt pointer="/subject/designation/reference" />
        <DayAt pointer="/subject/designation/date" />
      </Group>
      <Documents pointer="/subject/identifiers" only={['registration', 'tax-number', 'other']} most={20} />
      <LinesAt
        pointer="/subject/addresses"
        hint={<FormattedMessage id="issue.addresses.hint" />}
        add={intl.formatMessage({ id: 'issue.addresses.add' })}
        most={20}
      />
    </>
  );
}
