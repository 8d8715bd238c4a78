import type { ListedName } from '@entente/contracts/alerts';
import { FormattedMessage } from 'react-intl';
import style from './identity-names.module.css';
import { NAME_KINDS } from './identity-words.ts';
import { scriptTag } from './script.ts';

/** Every name of an identity: the original script first and large, Latin under it, the others with what they are. */
export function IdentityNames({ names }: { names: ListedName[] }) {
  const [first, ...rest] = inReadingOrder(names);
  if (!first) return null;
  return (
    <ul className={style.names}>
      <li className={style.first}>
        <bdi lang={scriptTag(first.full)}>{first.full}</bdi>
      </li>
      {rest.map((name) => (
        <li key={`${name.kind} ${name.full}`}>
          <bdi lang={scriptTag(name.full)}>{name.full}</bdi>
          <span className={style.kind}>
            <FormattedMessage id={NAME_KINDS[name.kind]} />
            {name.quality === 'low' && (
              <>
                {' · '}
                <FormattedMessage id="identity.weak" />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const ORDER: ListedName['kind'][] = ['original-script', 'primary', 'alias', 'former'];

/** The original script comes before the name in Latin letters; what is weak comes last. */
export function inReadingOrder(names: ListedName[]): ListedName[] {
  const rank = ({ kind, quality }: ListedName) => ORDER.indexOf(kind) + (quality === 'low' ? ORDER.length : 0);
  return names.toSorted((left, right) => rank(left) - rank(right));
}
