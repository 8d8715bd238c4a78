import { useRouter } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { signInAs, useSession } from '../../api/access.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import type { GuideActs } from './acts.ts';
import style from './guide.module.css';
import type { Standing } from './standing.ts';
import type { Post } from './steps.ts';
import { holdsUnsaved } from './unsaved.ts';

interface StepOfficerProps {
  post: Post;
  standing: Standing;
  acts: GuideActs;
}

/** As whom a step is done, and the one click that makes one this officer. */
export function StepOfficer({ post, standing, acts }: StepOfficerProps) {
  const router = useRouter();
  const described = useId();
  const { officer: now } = useSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [unsaved, setUnsaved] = useState(false);
  const { officer, place } = post;

  async function become() {
    const keeps = holdsUnsaved();
    setUnsaved(keeps);
    if (keeps) return;
    setBusy(true);
    setFailure(null);
    try {
      await acts.onSignedIn(await signInAs(officer.id), router.buildLocation(place).href);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  const offered = standing === 'another' || standing === 'unticked';
  return (
    <div className={style.officer}>
      <p id={described}>
        <FormattedMessage
          id="guide.as"
          values={{
            name: <b>{officer.name}</b>,
            role: <FormattedMessage id={`role.${officer.role}`} />,
          }}
        />
      </p>
      {standing === 'unticked' && now && (
        <p className={style.soft}>
          <FormattedMessage id="guide.unticked" values={{ name: now.displayName }} />
        </p>
      )}
      {failure !== null && <ProblemNote error={failure} />}
      {unsaved && (
        <Note tone="warning" alert>
          <FormattedMessage id="guide.become.unsaved" />
        </Note>
      )}
      {offered && (
        <>
          <Button weight="main" busy={busy} aria-describedby={described} onClick={() => void become()}>
            <FormattedMessage id="guide.become" />
          </Button>
          {now && (
            <p className={style.soft}>
              <FormattedMessage id="guide.become.ends" values={{ name: now.displayName }} />
            </p>
          )}
        </>
      )}
    </div>
  );
}
