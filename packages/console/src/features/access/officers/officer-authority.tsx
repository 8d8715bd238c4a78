import type { OfficerEntry } from '@entente/contracts/access/officers';
import { type FormEvent, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { changeAuthority } from '../../../api/officers.ts';
import { Button } from '../../../ui/button.tsx';
import form from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { AuthorityFields } from './authority-fields.tsx';
import { ChangeFailure } from './change-failure.tsx';
import { useOfficerChange } from './officer-change.ts';
import {
  type AuthorityDraft,
  type AuthorityFault,
  authorityFault,
  authorityOf,
  NO_AUTHORITY,
} from './officer-draft.ts';

/** The authority an officer serves; his records carry it from then on. */
export function OfficerAuthority({ officer }: { officer: OfficerEntry }) {
  const [typed, setTyped] = useState<AuthorityDraft | null>(null);
  const [fault, setFault] = useState<AuthorityFault | undefined>();
  const { busy, failure, send } = useOfficerChange(officer.id);
  const draft = typed ?? { ...NO_AUTHORITY, chosen: officer.authority.id };

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = authorityFault(draft);
    setFault(found);
    if (found) return focusWrongField(event.currentTarget);
    if (await send(() => changeAuthority(officer.id, officer.revision, authorityOf(draft)))) setTyped(null);
  }

  return (
    <Panel>
      <form className={form.form} onSubmit={save} noValidate>
        <ChangeFailure failure={failure} />
        <AuthorityFields
          draft={draft}
          fault={fault}
          onDraft={(next) => {
            setFault(undefined);
            setTyped(next);
          }}
        />
        {draft.chosen !== officer.authority.id && (
          <>
            <Note tone="warning">
              <FormattedMessage id="officers.authority.consequence" values={{ sessions: officer.sessions }} />
            </Note>
            <div className={form.buttons}>
              <Button type="submit" weight="main" busy={busy}>
                <FormattedMessage id="officers.authority.save" />
              </Button>
              <Button weight="quiet" onClick={() => setTyped(null)}>
                <FormattedMessage id="ui.cancel" />
              </Button>
            </div>
          </>
        )}
      </form>
    </Panel>
  );
}
