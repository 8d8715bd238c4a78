import type { OfficerWithPassword } from '@entente/contracts/access/officers';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { authoritiesQuery, enterOfficer, officersKey } from '../../../api/officers.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import form from '../../../ui/form.module.css';
import { ProblemNote } from '../../../ui/problem.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { AuthorityFields } from './authority-fields.tsx';
import { type DraftFaults, draftFaults, formOf, type OfficerDraft } from './officer-draft.ts';
import { PasswordOnce } from './password-once.tsx';
import { RoleChoices } from './role-choices.tsx';

interface NewOfficerDialogProps {
  draft: OfficerDraft;
  onDraft: (draft: OfficerDraft) => void;
  onClose: (entered: boolean) => void;
}

/** Enters an officer; his first password is then shown once. */
export function NewOfficerDialog({ draft, onDraft, onClose }: NewOfficerDialogProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const [faults, setFaults] = useState<DraftFaults>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [entered, setEntered] = useState<OfficerWithPassword | null>(null);

  function set(change: Partial<OfficerDraft>) {
    setFaults({});
    onDraft({ ...draft, ...change });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = draftFaults(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      setEntered(await enterOfficer(formOf(draft)));
      void client.invalidateQueries(officersKey);
      void client.invalidateQueries(authoritiesQuery);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  if (entered) {
    return <PasswordOnce title="officers.entered" given={entered} onClose={() => onClose(true)} />;
  }
  return (
    <Dialog title={intl.formatMessage({ id: 'officers.enter' })} width="wide" onClose={() => onClose(false)}>
      <form className={form.form} onSubmit={submit} noValidate>
        {failure !== null && <ProblemNote error={failure} />}
        <TextField
          label={intl.formatMessage({ id: 'officers.display-name' })}
          hint={intl.formatMessage({ id: 'officers.display-name.hint' })}
          value={draft.displayName}
          maxLength={200}
          autoComplete="off"
          data-first
          error={faults.displayName && intl.formatMessage({ id: 'officers.display-name.missing' })}
          onChange={(event) => set({ displayName: event.currentTarget.value })}
        />
        <TextField
          label={intl.formatMessage({ id: 'officers.name' })}
          hint={intl.formatMessage({ id: 'officers.name.hint' })}
          value={draft.name}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={faults.name && intl.formatMessage({ id: 'officers.name.wrong' })}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <AuthorityFields draft={draft.authority} fault={faults.authority} onDraft={(authority) => set({ authority })} />
        <RoleChoices chosen={draft.roles} missing={faults.roles ?? false} onChoose={(roles) => set({ roles })} />
        <div className={form.buttons}>
          <Button type="submit" weight="main" busy={busy}>
            <FormattedMessage id="officers.enter" />
          </Button>
          <Button weight="quiet" onClick={() => onClose(false)}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
