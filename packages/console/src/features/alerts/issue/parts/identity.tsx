import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '../../../../ui/note.tsx';
import { CountryAt } from '../fields/country-at.tsx';
import { DayAt } from '../fields/day-at.tsx';
import fieldStyle from '../fields/fields.module.css';
import { Group } from '../fields/group.tsx';
import { LinesAt } from '../fields/lines-at.tsx';
import { RadioAt } from '../fields/radio-at.tsx';
import { Rows } from '../fields/rows.tsx';
import { TextAt } from '../fields/text-at.tsx';
import { useText } from '../form.ts';
import { BirthDatesEditor } from './birth-dates.tsx';
import { Documents } from './documents.tsx';
import { Names } from './names.tsx';

const PERSONAL_DOCUMENTS = ['passport', 'national-id', 'tax-number', 'other'] as const;

/** The particulars of one identity. Whether it is the person's own is asked first. */
export function IdentityEditor({ pointer, standing }: { pointer: string; standing: boolean }) {
  const intl = useIntl();
  const [status] = useText(`${pointer}/status`);
  return (
    <>
      {standing && (
        <RadioAt
          pointer={`${pointer}/status`}
          choices={(['confirmed', 'claimed', 'false', 'misused'] as const).map((value) => ({
            value,
            label: <FormattedMessage id={STANDINGS[value].word} />,
            hint: <FormattedMessage id={STANDINGS[value].meaning} />,
          }))}
        />
      )}
      {status === 'misused' && (
        <>
          <Note tone="warning">
            <FormattedMessage id="identity.misused.meaning" />
          </Note>
          <Group pointer={`${pointer}/victimConsent`} asks={['misused-without-consent']}>
            <TextAt pointer={`${pointer}/victimConsent/reference`} />
            <DayAt pointer={`${pointer}/victimConsent/givenOn`} />
          </Group>
        </>
      )}
      <Names pointer={`${pointer}/names`} asks={['name-missing']} hint={<FormattedMessage id="issue.names.hint" />} />
      <BirthDatesEditor pointer={`${pointer}/birthDates`} asks={['too-little-to-identify']} />
      <RadioAt pointer={`${pointer}/sex`} inline />
      <Group pointer={`${pointer}/nationalities`}>
        <Rows
          pointer={`${pointer}/nationalities`}
          fresh=""
          add={intl.formatMessage({ id: 'issue.nationalities.add' })}
          most={10}
        >
          {(at) => <CountryAt pointer={at} />}
        </Rows>
      </Group>
      <Documents pointer={`${pointer}/documents`} only={PERSONAL_DOCUMENTS} most={50} />
      <div className={fieldStyle.rows}>
        <LinesAt
          pointer={`${pointer}/birthPlaces`}
          add={intl.formatMessage({ id: 'issue.birth-places.add' })}
          most={20}
        />
      </div>
    </>
  );
}

const STANDINGS = {
  confirmed: { word: 'mark.confirmed', meaning: 'issue.standing.confirmed' },
  claimed: { word: 'mark.claimed', meaning: 'issue.standing.claimed' },
  false: { word: 'mark.false', meaning: 'issue.standing.false' },
  misused: { word: 'mark.misused', meaning: 'issue.standing.misused' },
} as const;
