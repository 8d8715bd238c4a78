import { Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { languageOf } from '../../ui/translated.ts';
import { LANGUAGES, speak } from '../language.ts';
import style from './header.module.css';

export function LanguageMenu() {
  const intl = useIntl();
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={style.tool} aria-label={intl.formatMessage({ id: 'shell.language' })}>
          <IconLanguage size={18} aria-hidden />
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
