import type { OwnAccount } from '@entente/contracts/access/account';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { sessionsQuery } from '../../../api/access.ts';
import { accountQuery, setOwnPassword } from '../../../api/account.ts';
import { ownTrailKey } from '../../../api/audit.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PasswordField } from '../../../ui/field.tsx';
import form from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';

/** Sets the officer's own password, in place of one that an administrator has seen. */
export function PasswordDialog({ account, onClose }: { account: OwnAccount; onClose: () => void }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [done, setDone] = useState(false);
  const count = account.passwordMinLength;
  const verb = account.hasPassword ? 'account.password' : 'account.password.set';

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const tooShort = [...password].length < count;
    setShort(tooShort);
    if (tooShort) return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await setOwnPassword(password);
      setDone(true);
      const shown = [accountQuery, sessionsQuery, ownTrailKey];
      await Promise.all(shown.map((query) => client.invalidateQueries({ queryKey: query.queryKey })));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog title={intl.formatMessage({ id: verb })} onClose={onClose}>
      {done ? (
        <>
          <Note>
            <FormattedMessage id="account.password.changed" />
          </Note>
          <div className={form.buttons}>
            <Button weight="main" onClick={onClose}>
              <FormattedMessage id="account.password.done" />
            </Button>
          </div>
        </>
      ) : (
        <form className={form.form} onSubmit={submit} noValidate>
          {failure !== null && <ProblemNote error={failure} />}
          <p>
            <FormattedMessage id="account.password.consequence" />
          </p>
          <PasswordField
            label={intl.formatMessage({ id: 'account.password.new' })}
            hint={intl.formatMessage({ id: 'account.password.hint' }, { count })}
            value={password}
            maxLength={1000}
            autoComplete="new-password"
            data-first
            visibilityToggleButtonProps={{ 'aria-label': intl.formatMessage({ id: 'sign-in.password.show' }) }}
            error={short && intl.formatMessage({ id: 'account.password.short' }, { count })}
            onChange={(event) => {
              setShort(false);
              setPassword(event.currentTarget.value);
            }}
          />
          <div className={form.buttons}>
            <Button type="submit" weight="main" busy={busy}>
              <FormattedMessage id={verb} />
            </Button>
            <Button weight="quiet" onClick={onClose}>
              <FormattedMessage id="ui.cancel" />
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
