import { useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { nodeNow } from '../../api/node-clock.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import type { GuideActs } from './acts.ts';
import style from './guide.module.css';
import { ARTICLE, newspaperAlert } from './newspaper-alert.ts';
import { TextOffer } from './text-offer.tsx';

/** The ground of an alert that is refused, to be typed, or the whole of its draft written by a press. */
export function DraftOffer({ ready, acts }: { ready: boolean; acts: GuideActs }) {
  const described = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function write() {
    setBusy(true);
    setFailure(null);
    try {
      await acts.onDraft(newspaperAlert(new Date(nodeNow())));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={style.offer}>
      <p id={described} className={style.soft}>
        <FormattedMessage id="guide.article" />
      </p>
      <TextOffer text={ARTICLE} describedBy={described} prose />
      {failure !== null && <ProblemNote error={failure} />}
      {ready && (
        <div>
          <Button busy={busy} aria-describedby={described} onClick={() => void write()}>
            <FormattedMessage id="guide.write-draft" />
          </Button>
        </div>
      )}
    </div>
  );
}
