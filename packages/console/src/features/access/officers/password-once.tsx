import type { OfficerWithPassword } from '@entente/contracts/access/officers';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { Copied } from '../../../ui/copied.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import form from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';

interface PasswordOnceProps {
  title: 'officers.entered' | 'officers.password.given';
  given: OfficerWithPassword;
  onClose: () => void;
}

/** A password as it is made: shown here, and nowhere ever again. Esc does not close it unread. */
export function PasswordOnce({ title, given, onClose }: PasswordOnceProps) {
  const intl = useIntl();
  const { officer, password } = given;
  return (
    <Dialog title={intl.formatMessage({ id: title }, { name: officer.displayName })}>
      <Facts>
        <Fact name={<FormattedMessage id="officers.name" />}>
          <Copied text={officer.name} />
        </Fact>
        <Fact name={<FormattedMessage id="sign-in.password" />}>
          <Copied text={password} />
        </Fact>
      </Facts>
      <Note tone="warning">
        <FormattedMessage id="officers.password.once" />
      </Note>
      <div className={form.buttons}>
        <Button weight="main" onClick={onClose}>
          <FormattedMessage id="officers.password.done" />
        </Button>
      </div>
    </Dialog>
  );
}
