import type { SessionView } from '@entente/contracts/access';
import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '../../ui/note.tsx';
import { useTranslated } from '../../ui/translated.ts';
import { PasskeySignIn } from './passkey-sign-in.tsx';
import style from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { SignInOffers } from './sign-in-offers.tsx';

interface SignInPageProps {
  session: SessionView;
  onSignedIn: (session: SessionView) => void;
}

/** Shown in place of any page while nobody is signed in; the address is kept. */
export function SignInPage({ session, onSignedIn }: SignInPageProps) {
  const intl = useIntl();
  const translated = useTranslated();
  const title = intl.formatMessage({ id: 'sign-in.title' });
  useEffect(() => {
    document.title = `${title} · Entente`;
  }, [title]);
  return (
    <main id="main" tabIndex={-1} className={style.page}>
      <div className={style.intro}>
        <p className={style.organisation}>{translated(session.node.organisation)}</p>
        <p className={style.state}>{translated(session.node.stateNames)}</p>
      </div>
      <div className={style.columns} data-offers={session.offers.length > 0 || undefined}>
        <section className={style.card}>
          <h1 className={style.title}>{title}</h1>
          <SignInForm onSignedIn={onSignedIn} />
          <PasskeySignIn onSignedIn={onSignedIn} />
        </section>
        {session.node.demonstration && session.offers.length === 0 && <ElsewhereNote state={session.node.state} />}
        {session.offers.length > 0 && (
          <section className={style.card}>
            <h2 className={style.title}>
              <FormattedMessage id="sign-in.offers" />
            </h2>
            <p className={style.hint}>
              <FormattedMessage id="sign-in.offers.lead" />
            </p>
            <SignInOffers offers={session.offers} onSignedIn={onSignedIn} />
          </section>
        )}
      </div>
      <p className={style.rule}>
        <FormattedMessage id="sign-in.rule" />
      </p>
    </main>
  );
}

/** A demonstration opened at another address than its own offers nobody, and its officers have no passwords. */
function ElsewhereNote({ state }: { state: string }) {
  const own = `${location.protocol}//${state.toLowerCase()}.localhost${location.port && `:${location.port}`}`;
  if (location.origin === own) return null;
  return (
    <Note tone="warning" title={<FormattedMessage id="sign-in.no-offers" />}>
      <a href={`${own}${location.pathname}${location.search}`}>
        <FormattedMessage id="sign-in.no-offers.go" values={{ address: own }} />
      </a>
    </Note>
  );
}
