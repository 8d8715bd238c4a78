import type { SessionView } from '@entente/contracts/access';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { offersQuery, useSession } from '../../api/access.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInOffers } from './sign-in-offers.tsx';

interface SignInAgainProps {
  onSignedIn: (session: SessionView) => void;
  /** Gives the page up: somebody else wants to sign in. */
  onLeave: () => void;
}

/** Over the page when the session has run out: what is typed beneath stays as it is. */
export function SignInAgain({ onSignedIn, onLeave }: SignInAgainProps) {
  const intl = useIntl();
  const { officer } = useSession();
  const { data: offers = [] } = useQuery(offersQuery);
  const mine = offers.filter(({ officerId }) => officerId === officer?.id);
  return (
    <Dialog title={intl.formatMessage({ id: 'sign-in.again' })}>
      <p>
        <FormattedMessage id="sign-in.again.lead" />
      </p>
      {mine.length > 0 && <SignInOffers offers={mine} onSignedIn={onSignedIn} />}
      <SignInForm name={officer?.name} onSignedIn={onSignedIn} />
      <div>
        <Button weight="quiet" onClick={onLeave}>
          <FormattedMessage id="sign-in.again.leave" />
        </Button>
      </div>
    </Dialog>
  );
}
