import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { useSession } from '../../api/access.ts';
import type { GuideActs } from './acts.ts';
import { DraftOffer } from './draft-offer.tsx';
import style from './guide.module.css';
import { SceneOffer } from './scene-offer.tsx';
import { standingOf } from './standing.ts';
import { StepOfficer } from './step-officer.tsx';
import type { GuidedStep } from './steps.ts';

/** What is done in a step, as whom, with what, and where. */
export function StepBody({ step, acts }: { step: GuidedStep; acts: GuideActs }) {
  const lead = useId();
  const standing = standingOf(useSession(), step);
  const ready = standing === 'ready';
  return (
    <div className={style.body}>
      <p id={lead}>
        <FormattedMessage id={step.lead} values={{ name: step.officer.name }} />
      </p>
      <StepOfficer step={step} standing={standing} acts={acts} />
      {step.offer === 'article' ? (
        <DraftOffer ready={ready} acts={acts} />
      ) : (
        step.offer !== null && <SceneOffer scene={step.offer} ready={ready} acts={acts} />
      )}
      {ready && step.offer === null && (
        <Link {...step.place} className={style.go} aria-describedby={lead} onClick={acts.onGo}>
          <FormattedMessage id="guide.go" />
        </Link>
      )}
    </div>
  );
}
