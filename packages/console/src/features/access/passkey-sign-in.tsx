import type { SessionView } from '@entente/contracts/access';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { canUsePasskeys, signInByPasskey } from '../../api/account.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import style from './sign-in.module.css';

/** The way in without name and password, where the browser knows passkeys. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: (session: SessionView) => void }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (!canUsePasskeys) return null;

  async function signIn() {
    setBusy(true);
    setFailure(null);
    try {
      onSignedIn(await signInByPasskey());
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={style.passkey}>
      {failure !== null && <ProblemNote error={failure} />}
      <div>
        <Button icon={<IconFingerprint aria-hidden />} busy={busy} onClick={() => void signIn()}>
          <FormattedMessage id="sign-in.passkey" />
        </Button>
      </div>
    </div>
  );
}
