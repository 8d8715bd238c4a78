import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { keepCase, refer } from '../../../api/screening/second-line.ts';
import { Button } from '../../../ui/button.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { keepPost, post } from '../post.ts';
import { PostFields } from '../referral/post-fields.tsx';
import { RefusedRules } from '../refused-rules.tsx';
import style from './reference.module.css';

/** Notes place, direction and time for the report; the traveller is neither held nor told. */
export function QuietReport({ check }: { check: string }) {
  const client = useQueryClient();
  const may = useMay('screening.second-line');
  const [where, setWhere] = useState(post.get());
  // Known from this tab, it need not be asked for at the counter.
  const [asked] = useState(where.direction === '' || where.place === '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<SecondLineView | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  if (!may) return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const { direction, place } = where;
    if (direction === '' || place.trim().length < 2) return;
    setBusy(true);
    setFailure(null);
    try {
      const view = await refer({ check, direction, place: place.trim(), held: false });
      keepPost({ direction, place: place.trim() });
      keepCase(client, view);
      setTaken(view);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  if (taken) {
    return (
      <p role="status">
        <FormattedMessage id="reference.noted" values={{ at: <Moment at={taken.openedAt} />, place: taken.place }} />{' '}
        <Link to="/second-line/$id" params={{ id: taken.id }}>
          <FormattedMessage id="referral.open" />
        </Link>
      </p>
    );
  }
  return (
    <form className={style.report} onSubmit={submit} noValidate>
      {failure !== null && <RefusedRules error={failure} />}
      {asked && <PostFields value={where} tried={tried} onChange={setWhere} />}
      <Button type="submit" busy={busy}>
        <FormattedMessage id="reference.report" />
      </Button>
    </form>
  );
}
