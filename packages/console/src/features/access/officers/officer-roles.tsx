import type { Role } from '@entente/contracts/access';
import type { OfficerEntry } from '@entente/contracts/access/officers';
import { type FormEvent, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { changeRoles } from '../../../api/officers.ts';
import { Button } from '../../../ui/button.tsx';
import form from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { ChangeFailure } from './change-failure.tsx';
import { useOfficerChange } from './officer-change.ts';
import { RoleChoices } from './role-choices.tsx';
import { sameRoles } from './roles-apart.ts';

/** An officer's roles; what is ticked and not yet saved stays, whatever a colleague changes meanwhile. */
export function OfficerRoles({ officer, mayChange }: { officer: OfficerEntry; mayChange: boolean }) {
  const [chosen, setChosen] = useState<Role[] | null>(null);
  const [missing, setMissing] = useState(false);
  const { busy, failure, send } = useOfficerChange(officer.id);
  const roles = chosen ?? officer.roles;
  const changed = !sameRoles(roles, officer.roles);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMissing(roles.length === 0);
    if (roles.length === 0) return focusWrongField(event.currentTarget);
    if (await send(() => changeRoles(officer.id, officer.revision, roles))) setChosen(null);
  }

  return (
    <Panel>
      <form className={form.form} onSubmit={save} noValidate>
        <ChangeFailure failure={failure} />
        <RoleChoices
          chosen={roles}
          disabled={!mayChange}
          missing={missing}
          onChoose={(next) => {
            setMissing(false);
            setChosen(next);
          }}
        />
        {changed && (
          <>
            <Note tone="warning">
              <FormattedMessage id="officers.roles.consequence" values={{ sessions: officer.sessions }} />
            </Note>
            <div className={form.buttons}>
              <Button type="submit" weight="main" busy={busy}>
                <FormattedMessage id="officers.roles.save" />
              </Button>
              <Button weight="quiet" onClick={() => setChosen(null)}>
                <FormattedMessage id="ui.cancel" />
              </Button>
            </div>
          </>
        )}
      </form>
    </Panel>
  );
}
