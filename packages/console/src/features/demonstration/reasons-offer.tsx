import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import style from './guide.module.css';
import { TextOffer } from './text-offer.tsx';

const REASONS = 'Reported lost by its holder at the police station; number and issuer agree with the register.';

/** Reasons a reviewer may give who has nothing of his own to say yet. */
export function ReasonsOffer() {
  const described = useId();
  return (
    <div className={style.offer}>
      <p id={described} className={style.soft}>
        <FormattedMessage id="guide.reasons" />
      </p>
      <TextOffer text={REASONS} describedBy={described} prose />
    </div>
  );
}
