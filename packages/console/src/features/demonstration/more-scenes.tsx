import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useSession } from '../../api/access.ts';
import type { GuideActs } from './acts.ts';
import style from './guide.module.css';
import { SceneOffer } from './scene-offer.tsx';
import { MORE_SCENES } from './scenes.ts';
import { standingOf } from './standing.ts';
import { StepOfficer } from './step-officer.tsx';
import { STEPS } from './steps.ts';

/** All of it is done as the first step is. */
const AT_THE_DESK = STEPS['clean-traveller'];

/** Who else may come to the desk; folded until the steps are done. */
export function MoreScenes({ finished, acts }: { finished: boolean; acts: GuideActs }) {
  const body = useId();
  const [toggled, setToggled] = useState(false);
  const open = finished !== toggled;
  const standing = standingOf(useSession(), AT_THE_DESK);
  const mayCheck = standing === 'ready' || standing === 'unticked';
  return (
    <section className={style.more}>
      <h3>
        <button
          type="button"
          className={style.line}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setToggled(!toggled)}
        >
          <IconChevronDown size={16} aria-hidden className={`${style.sign} ${style.chevron}`} />
          <span className={style.name}>
            <FormattedMessage id="guide.more" />
          </span>
        </button>
      </h3>
      <div id={body} hidden={!open} className={style.scenes}>
        {open && (
          <>
            {!mayCheck && <StepOfficer post={AT_THE_DESK} standing={standing} acts={acts} />}
            {MORE_SCENES.map((scene) => (
              <SceneOffer key={scene} scene={scene} ready={mayCheck} acts={acts} />
            ))}
          </>
        )}
      </div>
    </section>
  );
}
