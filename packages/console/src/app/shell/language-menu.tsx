import { Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Hidden } from '../../ui/hidden.tsx';
import { languageOf } from '../../ui/translated.ts';
import { LANGUAGES, speak } from '../language.ts';
import style from './header.module.css';

export function LanguageMenu() {
  const intl = useIntl();
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={style.tool}>
          <IconLanguage size={18} aria-hidden />
          <Hidden>
            <FormattedMessage id="shell.language" />
          </Hidden>
          {languageOf(intl).toUpperCase()}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map(({ id, name }) => (
          <Menu.Item
            key={id}
            lang={id}
            aria-current={languageOf(intl) === id || undefined}
            rightSection={languageOf(intl) === id && <IconCheck size={16} aria-hidden />}
            onClick={() => void speak(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
