import type { SessionView, SignInOffer } from '@entente/contracts/access';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { signInAs } from '../../api/access.ts';
import { ProblemNote } from '../../ui/problem.tsx';
import { useTranslated } from '../../ui/translated.ts';
import { ROLES } from './roles.ts';
import style from './sign-in.module.css';

interface SignInOffersProps {
  offers: SignInOffer[];
  onSignedIn: (session: SessionView) => void;
}

/** One click for each invented officer of a demonstration node. */
export function SignInOffers({ offers, onSignedIn }: SignInOffersProps) {
  const translated = useTranslated();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  async function choose(officerId: string) {
    setBusy(officerId);
    setFailure(null);
    try {
      onSignedIn(await signInAs(officerId));
    } catch (error) {
      setFailure(error);
      setBusy(null);
    }
  }

  return (
    <>
      {failure !== null && <ProblemNote error={failure} />}
      <ul className={style.offers}>
        {offers.map((offer) => (
          <li key={offer.officerId}>
            <button
              type="button"
              className={style.offer}
              disabled={busy !== null}
              data-busy={busy === offer.officerId || undefined}
              onClick={() => choose(offer.officerId)}
            >
              <span className={style.role}>
                {offer.roles.map((role, index) => (
                  <span key={role}>
                    {index > 0 && ' · '}
                    <FormattedMessage id={ROLES[role]} />
                  </span>
                ))}
              </span>
              <span className={style.who}>{offer.displayName}</span>
              <span className={style.authority}>{translated(offer.authority)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
