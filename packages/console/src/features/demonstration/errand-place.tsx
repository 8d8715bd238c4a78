import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../api/access.ts';
import { useStore } from '../../api/store.ts';
import type { GuideActs } from './acts.ts';
import { type Errand, errand, putErrandAway, takeUpErrand } from './errand.ts';
import style from './guide.module.css';
import place from './guide-place.module.css';
import { ReasonsOffer } from './reasons-offer.tsx';
import { standingOf } from './standing.ts';
import { StepOfficer } from './step-officer.tsx';
import { STEPS } from './steps.ts';

/** At another node than the guide's: what the guide has sent the reader here for, beside every page. */
export function ErrandPlace({ acts }: { acts: GuideActs }) {
  const step = useStore(errand);
  useEffect(takeUpErrand, []);
  return step && <ErrandAside step={step} acts={acts} />;
}

function ErrandAside({ step, acts }: { step: Errand; acts: GuideActs }) {
  const intl = useIntl();
  const lead = useId();
  const { title, lead: words, elsewhere } = STEPS[step];
  const standing = standingOf(useSession(), elsewhere);
  const close = intl.formatMessage({ id: 'guide.errand.close' });
  return (
    <aside className={place.place} data-beside aria-label={intl.formatMessage({ id: 'guide.label' })}>
      <div className={place.panel}>
        <div className={place.head}>
          <div>
            <h2 className={place.title}>
              <FormattedMessage id={title} />
            </h2>
            <p className={place.invented}>
              <FormattedMessage id="guide.errand" />
            </p>
          </div>
          <button type="button" className={place.fold} aria-label={close} title={close} onClick={putErrandAway}>
            <IconX size={18} aria-hidden />
          </button>
        </div>
        <div className={style.errand}>
          <p id={lead}>
            <FormattedMessage id={words} />
          </p>
          <StepOfficer post={elsewhere} standing={standing} acts={acts} />
          {standing === 'ready' && (
            <Link {...elsewhere.place} className={style.go} aria-describedby={lead}>
              <FormattedMessage id="guide.go" />
            </Link>
          )}
          {elsewhere.action === 'alerts.review' && (
            <ReasonsOffer of={step === 'committee-away' ? 'passport' : 'file'} />
          )}
          <p className={style.soft}>
            <FormattedMessage id="guide.errand.back" />
          </p>
        </div>
      </div>
    </aside>
  );
}
