import type { PeerView } from '@entente/contracts/exchange';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { changeChannel, peersQuery } from '../../api/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongField } from '../../ui/field.tsx';
import style from '../../ui/form.module.css';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { focusWrongField } from '../../ui/wrong-field.ts';

const SHORTEST_REASON = 3;
const WORDS = {
  suspension: { title: 'nodes.suspension.title', consequence: 'nodes.suspension.consequence' },
  resumption: { title: 'nodes.resumption.title', consequence: 'nodes.resumption.consequence' },
} as const;

/** Suspends the channel with one node, or opens it again; the reason stays on record. */
export function ChannelDialog({ peer: { node, suspended }, onClose }: { peer: PeerView; onClose: () => void }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const step = suspended ? 'resumption' : 'suspension';
  const short = reason.trim().length < SHORTEST_REASON;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (short) return focusWrongField(event.currentTarget);
    setBusy(true);
    try {
      await changeChannel(node, step, reason.trim());
      await client.invalidateQueries({ queryKey: peersQuery.queryKey });
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <Dialog title={intl.formatMessage({ id: WORDS[step].title }, { node })} onClose={onClose}>
      <form className={style.form} onSubmit={submit} noValidate>
        {failure !== null && <ProblemNote error={failure} />}
        <LongField
          label={intl.formatMessage({ id: 'nodes.reason' })}
          value={reason}
          rows={3}
          dir="auto"
          maxLength={1000}
          error={tried && short && intl.formatMessage({ id: 'nodes.reason.missing' })}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Note tone="warning">
          <FormattedMessage id={WORDS[step].consequence} />
        </Note>
        <div className={style.buttons}>
          <Button type="submit" weight={suspended ? 'main' : 'grave'} busy={busy}>
            <FormattedMessage id={suspended ? 'nodes.resume' : 'nodes.suspend'} />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
