import type { SessionView } from '@entente/contracts/access';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useRouter } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { sessionQuery, signOut } from '../../api/access.ts';
import { askFor } from '../../api/asking.ts';
import { expired, resume } from '../../api/expiry.ts';
import { useStore } from '../../api/store.ts';
import { PurposeGate, SignInAgain, SignInPage } from '../../features/access/index.ts';
import { Waiting } from '../../ui/part.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { Banner } from './banner.tsx';
import style from './frame.module.css';
import { Header } from './header.tsx';
import { OpenHeader } from './open-header.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';

/** The frame around every page: banner, header, rail; sign-in in place of the page while nobody is in. */
export function Frame() {
  const session = useQuery(sessionQuery);
  const client = useQueryClient();
  const router = useRouter();
  const mustSignIn = useStore(expired);
  const action = useMatches().findLast((match) => match.staticData.action)?.staticData.action;

  function enter(next: SessionView) {
    client.setQueryData(sessionQuery.queryKey, next);
    resume();
  }

  async function leave() {
    // Whatever the node answers, this tab forgets: an unreachable node must not keep a page open.
    await signOut().catch(() => undefined);
    askFor(null);
    client.clear();
    resume();
    await router.navigate({ to: '/' });
    await client.fetchQuery(sessionQuery).catch(() => undefined);
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
        <Banner demonstration={session.data.node.demonstration} />
        <OpenHeader />
        <SignInPage session={session.data} onSignedIn={enter} />
      </div>
    );
  }
  return (
    <div className={style.frame}>
      <a href="#main" className={style.skip}>
        <FormattedMessage id="shell.skip" />
      </a>
      <Banner demonstration={session.data.node.demonstration} />
      <Header session={session.data} action={action} onLeave={leave} />
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
      <Palette onLeave={leave} />
      {mustSignIn && <SignInAgain onSignedIn={enter} onLeave={leave} />}
    </div>
  );
}
