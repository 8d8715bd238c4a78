import type { SessionView } from '@entente/contracts/access';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { signIn } from '../../api/access.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField, TextField } from '../../ui/field.tsx';
import style from '../../ui/form.module.css';
import { ProblemNote } from '../../ui/problem.tsx';
import { focusWrongField } from '../../ui/wrong-field.ts';

interface SignInFormProps {
  /** Set where the same officer signs in again. */
  name?: string | undefined;
  onSignedIn: (session: SessionView) => void;
}

/** Sign-in by name and password. The password is cleared on a refusal, the name is kept. */
export function SignInForm({ name: fixed, onSignedIn }: SignInFormProps) {
  const intl = useIntl();
  const [name, setName] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMissing(!name.trim() || !password);
    if (!name.trim() || !password) return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      onSignedIn(await signIn(name.trim(), password));
    } catch (error) {
      setFailure(error);
      setPassword('');
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className={style.form} onSubmit={submit} noValidate>
      {failure !== null && <ProblemNote error={failure} />}
      <TextField
        label={intl.formatMessage({ id: 'sign-in.name' })}
        value={name}
        readOnly={fixed !== undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={fixed === undefined}
        error={missing && !name.trim() && intl.formatMessage({ id: 'sign-in.name.missing' })}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordField
        label={intl.formatMessage({ id: 'sign-in.password' })}
        value={password}
        autoComplete="current-password"
        data-first={fixed === undefined ? undefined : true}
        visibilityToggleButtonProps={{ 'aria-label': intl.formatMessage({ id: 'sign-in.password.show' }) }}
        error={missing && !password && intl.formatMessage({ id: 'sign-in.password.missing' })}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button type="submit" weight="main" busy={busy}>
          <FormattedMessage id="sign-in.submit" />
        </Button>
      </div>
    </form>
  );
}
