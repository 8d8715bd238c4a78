import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { guideQuery } from '../../api/guide.ts';
import { Note } from '../../ui/note.tsx';
import { Part } from '../../ui/part.tsx';
import type { GuideActs } from './acts.ts';
import style from './guide.module.css';
import { GuideSteps } from './guide-steps.tsx';
import { LastingIncidents } from './lasting-incidents.tsx';
import { MoreScenes } from './more-scenes.tsx';
import { progressOf } from './progress.ts';
import { isBetweenNodes } from './steps.ts';
import { WhatNext } from './what-next.tsx';

/** Leads a newcomer through the demonstration. Each tick is what the node's log says was done. */
export function Guide({ acts }: { acts: GuideActs }) {
  const view = useQuery(guideQuery);
  return (
    <div className={style.guide}>
      <Part query={view} lines={10}>
        {(data) => {
          if (!data.prepared) {
            return (
              <Note>
                <FormattedMessage id="guide.preparing" />
              </Note>
            );
          }
          const progress = progressOf(data);
          return (
            <>
              <div className={style.state}>
                <p className={style.progress} role="status">
                  <FormattedMessage id="guide.progress" values={{ done: progress.done, all: progress.all }} />
                </p>
                {data.travellers.passed > 0 && (
                  <p>
                    <FormattedMessage id="guide.travellers" values={data.travellers} />
                  </p>
                )}
              </div>
              {data.steps.some(({ step }) => isBetweenNodes(step)) && <LastingIncidents />}
              <GuideSteps steps={data.steps} next={progress.next} acts={acts} />
              {progress.next === undefined && <WhatNext />}
              <MoreScenes finished={progress.next === undefined} acts={acts} />
            </>
          );
        }}
      </Part>
    </div>
  );
}
