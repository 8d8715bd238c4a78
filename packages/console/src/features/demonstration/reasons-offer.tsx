import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import style from './guide.module.css';
import { TextOffer } from './text-offer.tsx';

const REASONS = {
  passport: 'Reported lost by its holder at the police station; number and issuer agree with the register.',
  file: 'By the file and the law cited in it: compared, and found in order.',
};

/** Reasons a reviewer may give who has nothing of his own to say yet. */
export function ReasonsOffer({ of }: { of: keyof typeof REASONS }) {
  const described = useId();
  return (
    <div className={style.offer}>
      <p id={described} className={style.soft}>
        <FormattedMessage id="guide.reasons" />
      </p>
      <TextOffer text={REASONS[of]} describedBy={described} prose />
    </div>
  );
}
