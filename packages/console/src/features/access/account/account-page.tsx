import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../../api/access.ts';
import { accountQuery } from '../../../api/account.ts';
import { Button } from '../../../ui/button.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { RoleWords } from '../role-words.tsx';
import style from './account.module.css';
import { OwnSessions } from './own-sessions.tsx';
import { PasskeysPanel } from './passkeys-panel.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** What the officer keeps himself: passkeys, sessions, and his own trail in the log, which app/ brings. */
export function AccountPage({ trail }: { trail: ReactNode }) {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'account.title' })} lead={<FormattedMessage id="account.lead" />}>
      <div className={style.columns}>
        <PasskeysPanel />
        <OwnFacts />
      </div>
      <OwnSessions />
      {trail}
    </Page>
  );
}

function OwnFacts() {
  const translated = useTranslated();
  const { officer } = useSession();
  const { data: account } = useQuery(accountQuery);
  const [changing, setChanging] = useState(false);
  if (!officer) return null;
  return (
    <Panel title={officer.displayName}>
      <Facts>
        <Fact name={<FormattedMessage id="officers.name" />}>
          <code>{officer.name}</code>
        </Fact>
        <Fact name={<FormattedMessage id="officers.authority" />}>{translated(officer.authority.names)}</Fact>
        <Fact name={<FormattedMessage id="officers.roles" />}>
          <RoleWords roles={officer.roles} />
        </Fact>
        <Fact name={<FormattedMessage id="sign-in.password" />}>
          {account && (
            <FormattedMessage id={account.hasPassword ? 'officers.password.has' : 'officers.password.none'} />
          )}
        </Fact>
      </Facts>
      <div className={style.act}>
        <Button disabled={!account} onClick={() => setChanging(true)}>
          <FormattedMessage id={account?.hasPassword ? 'account.password' : 'account.password.set'} />
        </Button>
      </div>
      <p className={style.hint}>
        <FormattedMessage id="account.wrong" />
      </p>
      {changing && account && <PasswordDialog account={account} onClose={() => setChanging(false)} />}
    </Panel>
  );
}
