import type { Role } from '@entente/contracts/access';
import { FormattedMessage } from 'react-intl';
import style from './role-words.module.css';
import { ROLES } from './roles.ts';

/** Roles in words, one beside the other, always in the same order. */
export function RoleWords({ roles }: { roles: Role[] }) {
  return (
    <span className={style.words}>
      {(Object.keys(ROLES) as Role[])
        .filter((role) => roles.includes(role))
        .map((role) => (
          <span key={role}>
            <FormattedMessage id={ROLES[role]} />
          </span>
        ))}
    </span>
  );
}
