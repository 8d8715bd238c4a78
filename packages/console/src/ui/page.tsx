import { type ReactNode, useEffect, useRef } from 'react';
import style from './page.module.css';

let shown = false;

interface PageProps {
  title: string;
  /** The language of the title where it is a name, not the reader's words. */
  titleLang?: string | undefined;
  /** One line on what this page is for. */
  lead?: ReactNode;
  /** Buttons for the whole page. */
  actions?: ReactNode;
  /** The page has a better place for the focus than its heading. */
  focusElsewhere?: boolean;
  children: ReactNode;
}

/** A view: names the document, and takes the focus when one arrives from another view. */
export function Page({ title, titleLang, lead, actions, focusElsewhere = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Entente`;
  }, [title]);
  useEffect(() => {
    if (shown && !focusElsewhere) heading.current?.focus({ preventScroll: true });
    shown = true;
  }, [focusElsewhere]);
  return (
    <div className={style.page}>
      <div className={style.head}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={style.title} lang={titleLang} dir={titleLang && 'auto'}>
            {title}
          </h1>
          {lead && <p className={style.lead}>{lead}</p>}
        </div>
        {actions && <div className={style.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
