import type { Role } from '@entente/contracts/access';
import type { RoleRule } from '@entente/contracts/access/role-pairs';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ROLE_MEANINGS, ROLES } from '../roles.ts';
import style from './officers.module.css';
import { apart } from './roles-apart.ts';

const RULES = {
  'oversight-stands-alone': 'officers.roles.oversight-alone',
  'administrator-stands-apart': 'officers.roles.administrator-apart',
} as const satisfies Record<RoleRule, string>;

interface RoleChoicesProps {
  chosen: readonly Role[];
  disabled?: boolean;
  missing?: boolean;
  onChoose: (roles: Role[]) => void;
}

/** Roles to tick, each with what it may do; one that cannot stand beside those ticked says by which rule. */
export function RoleChoices({ chosen, disabled = false, missing = false, onChoose }: RoleChoicesProps) {
  const intl = useIntl();
  const field = useId();
  return (
    <fieldset className={style.roles} aria-describedby={missing ? `${field}-missing` : undefined}>
      <legend className={style.legend}>
        <FormattedMessage id="officers.roles" />
      </legend>
      {missing && (
        <p id={`${field}-missing`} className={style.missing}>
          <FormattedMessage id="officers.roles.missing" />
        </p>
      )}
      {(Object.keys(ROLES) as Role[]).map((role) => {
        const kept = apart(role, chosen);
        return (
          <div key={role} className={style.role} data-apart={kept !== undefined || undefined}>
            <input
              type="checkbox"
              id={`${field}-${role}`}
              aria-describedby={`${field}-${role}-meaning`}
              aria-invalid={missing || undefined}
              checked={chosen.includes(role)}
              disabled={disabled || kept !== undefined}
              onChange={(event) =>
                onChoose(event.currentTarget.checked ? [...chosen, role] : chosen.filter((one) => one !== role))
              }
            />
            <label htmlFor={`${field}-${role}`} className={style.roleName}>
              <FormattedMessage id={ROLES[role]} />
            </label>
            <p id={`${field}-${role}-meaning`} className={style.meaning}>
              <FormattedMessage id={ROLE_MEANINGS[role]} />
              {kept && (
                <span className={style.rule}>
                  <FormattedMessage
                    id={RULES[kept.rule]}
                    values={{ role: intl.formatMessage({ id: ROLES[kept.beside] }) }}
                  />
                </span>
              )}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}
