import type { ListedDocument } from '@entente/contracts/alerts';
import { FormattedMessage } from 'react-intl';
import { useCountries } from './countries.ts';
import style from './identity-documents.module.css';
import { DOCUMENT_TYPES } from './identity-words.ts';

/** Documents of an identity: number, type, issuer. */
export function IdentityDocuments({ documents }: { documents: ListedDocument[] }) {
  const countries = useCountries();
  return (
    <ul className={style.documents}>
      {documents.map(({ type, number, country, note }) => (
        <li key={`${type} ${number}`}>
          <code>{number}</code>
          <span className={style.about}>
            <FormattedMessage id={DOCUMENT_TYPES[type]} />
            {country && ` · ${countries.name(country)}`}
            {note && ` · ${note}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
