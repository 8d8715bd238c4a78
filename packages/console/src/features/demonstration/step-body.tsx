import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { useSession } from '../../api/access.ts';
import type { GuideActs } from './acts.ts';
import { DraftOffer } from './draft-offer.tsx';
import style from './guide.module.css';
import { GUIDED_OFFICERS } from './guided-officers.ts';
import { ReasonsOffer } from './reasons-offer.tsx';
import { SceneOffer } from './scene-offer.tsx';
import { isScene } from './scenes.ts';
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
        <FormattedMessage id={step.lead} values={{ name: GUIDED_OFFICERS.border.name }} />
      </p>
      <StepOfficer post={step} standing={standing} acts={acts} />
      {step.offer === 'article' && <DraftOffer ready={ready} acts={acts} />}
      {step.offer === 'reasons' && <ReasonsOffer of="passport" />}
      {isScene(step.offer) && <SceneOffer scene={step.offer} ready={ready} acts={acts} />}
      {ready && (step.offer === null || step.offer === 'reasons') && (
        <Link {...step.place} className={style.go} aria-describedby={lead} onClick={acts.onGo}>
          <FormattedMessage id="guide.go" />
        </Link>
      )}
    </div>
  );
}
