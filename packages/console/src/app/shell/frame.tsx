import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { sessionQuery, signOut } from '../../api/access.ts';
import { expired, giveUp } from '../../api/expiry.ts';
import { ProblemError } from '../../api/problem.ts';
import { useStore } from '../../api/store.ts';
import { PurposeGate, SignInAgain, SignInPage } from '../../features/access/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Waiting } from '../../ui/part.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { enter, followOtherTabs, leave } from '../session-tabs.ts';
import { Banner } from './banner.tsx';
import { DemonstrationGuide } from './demonstration-guide.tsx';
import style from './frame.module.css';
import { Header } from './header.tsx';
import { OpenHeader } from './open-header.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';

// Only for who works the second line, and not before the first page stands.
const ClockWatch = lazy(async () => ({ default: (await import('../../features/screening/pages.ts')).ClockWatch }));

/** The frame around every page: banner, header, rail, the guide of a demonstration; sign-in in place of the page while nobody is in. */
export function Frame() {
  const session = useQuery(sessionQuery);
  const client = useQueryClient();
  const intl = useIntl();
  const mustSignIn = useStore(expired);
  const action = useMatches().findLast((match) => match.staticData.action)?.staticData.action;

  const [leaving, setLeaving] = useState<unknown>(null);
  useEffect(() => followOtherTabs(client), [client]);

  async function signOutHere() {
    setLeaving(null);
    try {
      await signOut();
      leave();
    } catch (error) {
      // Already signed out counts as done; anything else is said, since the session goes on.
      if (error instanceof ProblemError && error.problem.status === 401) leave();
      else setLeaving(error);
    }
  }

  if (!session.data) {
    return (
      <main className={style.alone}>
        {session.isError ? (
          <ProblemNote error={session.error} retry={() => void session.refetch()} />
        ) : (
          <Waiting lines={3} />
        )}
      </main>
    );
  }
  if (!session.data.officer) {
    return (
      <div className={style.open}>
        <Banner session={session.data} />
        <div className={style.page}>
          <OpenHeader />
          <SignInPage session={session.data} onSignedIn={(next) => enter(client, next)} />
        </div>
        <DemonstrationGuide session={session.data} />
      </div>
    );
  }
  return (
    <div className={style.frame}>
      <a href="#main" className={style.skip}>
        <FormattedMessage id="shell.skip" />
      </a>
      <Banner session={session.data} />
      <Header session={session.data} action={action} onLeave={() => void signOutHere()} />
      <Rail actions={session.data.actions} />
      <main id="main" tabIndex={-1} className={style.main}>
        {action ? (
          <PurposeGate key={action} action={action}>
            <Outlet />
          </PurposeGate>
        ) : (
          <Outlet />
        )}
      </main>
      <DemonstrationGuide session={session.data} />
      {session.data.actions.includes('screening.second-line') && (
        <Suspense fallback={null}>
          <ClockWatch />
        </Suspense>
      )}
      <Palette onLeave={() => void signOutHere()} />
      {leaving !== null && (
        <Dialog title={intl.formatMessage({ id: 'shell.still-signed-in' })} onClose={() => setLeaving(null)}>
          <ProblemNote error={leaving} retry={() => void signOutHere()} />
        </Dialog>
      )}
      {mustSignIn && (
        <SignInAgain
          why={mustSignIn}
          onSignedIn={(next) => enter(client, next)}
          onLeave={() => void signOutHere()}
          onGiveUp={giveUp}
        />
      )}
    </div>
  );
}
