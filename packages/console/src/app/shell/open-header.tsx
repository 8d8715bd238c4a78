import { Emblem } from './emblem.tsx';
import style from './header.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { SchemeButton } from './scheme-button.tsx';

/** The header before anyone has signed in. */
export function OpenHeader() {
  return (
    <header className={`${style.header} ${style.open}`}>
      <span className={style.brand}>
        <Emblem />
        Entente
      </span>
      <div className={style.end}>
        <LanguageMenu />
        <SchemeButton />
      </div>
    </header>
  );
}
