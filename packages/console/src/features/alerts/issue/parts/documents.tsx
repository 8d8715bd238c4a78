import { FormattedMessage, useIntl } from 'react-intl';
import { ChoiceAt } from '../fields/choice-at.tsx';
import { CountryAt } from '../fields/country-at.tsx';
import { Group } from '../fields/group.tsx';
import { Rows } from '../fields/rows.tsx';
import { TextAt } from '../fields/text-at.tsx';
import style from './parts.module.css';

interface DocumentsProps {
  /** The list of documents or registrations. */
  pointer: string;
  only: readonly string[];
  most: number;
}

/** Documents of an identity, or registrations of an organisation: type, number, issuer. */
export function Documents({ pointer, only, most }: DocumentsProps) {
  const intl = useIntl();
  return (
    <Group pointer={pointer} hint={<FormattedMessage id="issue.documents.hint" />}>
      <Rows
        pointer={pointer}
        fresh={{ type: only[0] }}
        add={intl.formatMessage({ id: 'issue.documents.add' })}
        most={most}
      >
        {(at) => (
          <div className={style.document}>
            <ChoiceAt pointer={`${at}/type`} only={only} />
            <TextAt pointer={`${at}/number`} />
            <CountryAt pointer={`${at}/country`} />
          </div>
        )}
      </Rows>
    </Group>
  );
}
