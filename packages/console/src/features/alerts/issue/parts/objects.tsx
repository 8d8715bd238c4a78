import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import { FormattedMessage } from 'react-intl';
import { ChoiceAt } from '../fields/choice-at.tsx';
import { CountryAt } from '../fields/country-at.tsx';
import { DayAt } from '../fields/day-at.tsx';
import style from '../fields/fields.module.css';
import { Hint } from '../fields/hint.tsx';
import { TextAt } from '../fields/text-at.tsx';

/** A range of stolen blanks, or an object by its numbers. */
export function ObjectEditor({ kind }: { kind: Exclude<AlertKind, 'person' | 'organisation' | 'document'> }) {
  if (kind === 'blank-documents') return <BlankDocuments />;
  return (
    <>
      <p className={style.hint}>
        <Hint asks={['object-unidentified']} />
      </p>
      {FIELDS[kind].map((name) => {
        const pointer = `/subject/${name}`;
        if (name === 'country' || name === 'flag') return <CountryAt key={name} pointer={pointer} />;
        return <TextAt key={name} pointer={pointer} />;
      })}
    </>
  );
}

const FIELDS = {
  vehicle: ['plate', 'country', 'vin', 'make', 'model', 'colour'],
  vessel: ['imo', 'mmsi', 'callSign', 'name', 'flag'],
  aircraft: ['registration', 'icaoAddress', 'serialNumber', 'model'],
  container: ['number'],
  firearm: ['serialNumber', 'make', 'model', 'calibre'],
} as const;

function BlankDocuments() {
  return (
    <>
      <ChoiceAt pointer="/subject/documentType" asks={['document-type-missing']} />
      <CountryAt pointer="/subject/issuer" asks={['document-of-another-state']} />
      <TextAt pointer="/subject/prefix" maxLength={10} hint={<FormattedMessage id="issue.prefix.hint" />} />
      <div className={style.pair}>
        <TextAt pointer="/subject/from" maxLength={20} asks={['blank-range-malformed']} />
        <TextAt pointer="/subject/to" maxLength={20} />
      </div>
      <DayAt pointer="/subject/reportedOn" />
    </>
  );
}
