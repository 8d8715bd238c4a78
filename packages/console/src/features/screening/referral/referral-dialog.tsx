import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { keepCase, refer } from '../../../api/screening/second-line.ts';
import { Button } from '../../../ui/button.tsx';
import { ChecksField } from '../../../ui/checks-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import style from '../../../ui/form.module.css';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { keepPost, post } from '../post.ts';
import { RefusedRules } from '../refused-rules.tsx';
import { PostFields } from './post-fields.tsx';

interface ReferralDialogProps {
  /** Id of the check that met somebody. */
  check: string;
  onTaken: (view: SecondLineView) => void;
  onClose: () => void;
}

const SHORTEST_PLACE = 2;

/** Asks what the second line must know: which way, where, and whether the traveller is held back from now on. */
export function ReferralDialog({ check, onTaken, onClose }: ReferralDialogProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const [where, setWhere] = useState(post.get());
  // Known from this tab, one press is enough.
  const [known] = useState(where.direction !== '' && where.place !== '');
  const [held, setHeld] = useState<'held'[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { direction } = where;
  const place = where.place.trim();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (direction === '' || place.length < SHORTEST_PLACE) return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      const view = await refer({ check, direction, place, held: held.length > 0 });
      keepPost({ direction, place });
      keepCase(client, view);
      onTaken(view);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <Dialog title={intl.formatMessage({ id: 'referral.title' })} width="wide" onClose={onClose}>
      <form className={style.form} onSubmit={submit} noValidate>
        {failure !== null && <RefusedRules error={failure} />}
        <PostFields value={where} tried={tried} onChange={setWhere} />
        <ChecksField
          label={<FormattedMessage id="referral.held" />}
          hint={<FormattedMessage id="referral.held.hint" />}
          values={held}
          choices={[{ value: 'held', label: <FormattedMessage id="referral.held.yes" /> }]}
          onChange={setHeld}
        />
        <div className={style.buttons}>
          <Button type="submit" weight="main" busy={busy} data-first={known || undefined}>
            <FormattedMessage id="referral.take" />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
