import type { GuideStep } from '@entente/contracts/access/guide';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { useSession } from '../../api/access.ts';
import type { GuideActs } from './acts.ts';
import style from './guide.module.css';
import { IncidentButton } from './incident-button.tsx';
import { standingOf } from './standing.ts';
import { StepElsewhereLink } from './step-elsewhere.tsx';
import { StepOfficer } from './step-officer.tsx';
import type { Post, StepIncident } from './steps.ts';

interface IncidentBodyProps {
  name: GuideStep;
  step: StepIncident;
  acts: GuideActs;
}

/** Something that goes wrong on purpose: the press that sets it off or puts it right, and where one sees what comes of it. */
export function IncidentBody({ name, step, acts }: IncidentBodyProps) {
  const lead = useId();
  return (
    <div className={style.body}>
      <p id={lead}>
        <FormattedMessage id={step.lead} />
      </p>
      <IncidentButton {...step.incident} describedBy={lead} />
      {'elsewhere' in step && <StepElsewhereLink step={name} elsewhere={step.elsewhere} describedBy={lead} />}
      {'look' in step && <Look post={step.look} describedBy={lead} acts={acts} />}
    </div>
  );
}

function Look({ post, describedBy, acts }: { post: Post; describedBy: string; acts: GuideActs }) {
  const standing = standingOf(useSession(), post);
  return (
    <>
      <StepOfficer post={post} standing={standing} acts={acts} />
      {standing === 'ready' && (
        <Link {...post.place} className={style.go} aria-describedby={describedBy} onClick={acts.onGo}>
          <FormattedMessage id="guide.go" />
        </Link>
      )}
    </>
  );
}
