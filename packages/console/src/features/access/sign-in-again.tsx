import type { SessionView, SignInOffer } from '@entente/contracts/access';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { offersQuery, useSession } from '../../api/access.ts';
import type { Expiry } from '../../api/expiry.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PasskeySignIn } from './passkey-sign-in.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInOffers } from './sign-in-offers.tsx';

interface SignInAgainProps {
  why: Expiry;
  onSignedIn: (session: SessionView) => void;
  /** Gives the page up: somebody else wants to sign in. */
  onLeave: () => void;
  /** Leaves undone what needs a fresh sign-in; the session goes on. */
  onGiveUp: () => void;
}

/** Over the page when the session has run out, or began too long ago: what is typed beneath stays as it is. */
export function SignInAgain({ why, onSignedIn, onLeave, onGiveUp }: SignInAgainProps) {
  const intl = useIntl();
  const session = useSession();
  const { officer } = session;
  const { data: offers = [] } = useQuery(offersQuery);
  const mine = why === 'stale' ? ownOffer(session) : offers.filter(({ officerId }) => officerId === officer?.id);
  return (
    <Dialog
      title={intl.formatMessage({ id: why === 'stale' ? 'sign-in.fresh' : 'sign-in.again' })}
      {...(why === 'stale' && { onClose: onGiveUp })}
    >
      <p>
        <FormattedMessage id={why === 'stale' ? 'sign-in.fresh.lead' : 'sign-in.again.lead'} />
      </p>
      {mine.length > 0 && <SignInOffers offers={mine} onSignedIn={onSignedIn} />}
      <SignInForm name={officer?.name} onSignedIn={onSignedIn} />
      <PasskeySignIn onSignedIn={onSignedIn} />
      <div>
        {why === 'stale' ? (
          <Button weight="quiet" onClick={onGiveUp}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        ) : (
          <Button weight="quiet" onClick={onLeave}>
            <FormattedMessage id="sign-in.again.leave" />
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** One-click sign-in as oneself: the node makes no offers while one is still signed in. */
function ownOffer({ node, officer }: SessionView): SignInOffer[] {
  if (!node.demonstration || !officer) return [];
  const { id, displayName, roles, authority } = officer;
  return [{ officerId: id, displayName, roles, authority: authority.names }];
}
