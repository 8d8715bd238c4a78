import type { SessionView } from '@entente/contracts/access';
import { Menu } from '@mantine/core';
import { IconDevices, IconLogout, IconUserCircle, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import style from './header.module.css';

interface OfficerMenuProps {
  session: SessionView;
  onLeave: () => void;
}

export function OfficerMenu({ session, onLeave }: OfficerMenuProps) {
  const intl = useIntl();
  const name = session.officer?.displayName ?? '';
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={style.tool} aria-label={intl.formatMessage({ id: 'shell.officer' }, { name })}>
          <IconUserCircle size={20} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        {session.actions.includes('access.keep-own-account') && (
          <Menu.Item component={Link} to="/account" leftSection={<IconUserCog size={16} aria-hidden />}>
            <FormattedMessage id="account.title" />
          </Menu.Item>
        )}
        {session.actions.includes('access.view-sessions') && (
          <Menu.Item component={Link} to="/sessions" leftSection={<IconDevices size={16} aria-hidden />}>
            <FormattedMessage id="sessions.title" />
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={onLeave}>
          <FormattedMessage id="shell.sign-out" />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
