import type { AlertView } from '@entente/contracts/alerts/alert';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { disputeAlert } from '../../../api/alerts/alert.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LongField, TextField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { SHORTEST_REASONS } from './reasons.ts';
import { StepFailure } from './step-failure.tsx';
import { useStep } from './use-step.ts';

/** Notes that the holder or another state says the record is wrong. */
export function DisputeDialog({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const intl = useIntl();
  const { busy, failure, take } = useStep();
  const [by, setBy] = useState('');
  const [grounds, setGrounds] = useState('');
  const [tried, setTried] = useState(false);
  const nobody = by.trim().length < 2;
  const short = grounds.trim().length < SHORTEST_REASONS;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (nobody || short) return focusWrongField(event.currentTarget);
    const dispute = { revision: alert.revision, by: by.trim(), grounds: grounds.trim() };
    if (await take(() => disputeAlert(alert.id, dispute))) onClose();
  }

  return (
    <Dialog
      title={intl.formatMessage({ id: 'dispute.title' }, { reference: alert.reference })}
      width="wide"
      onClose={onClose}
    >
      <form className={style.form} onSubmit={submit} noValidate>
        <StepFailure failure={failure} />
        <TextField
          label={intl.formatMessage({ id: 'dispute.by' })}
          hint={<FormattedMessage id="dispute.by.hint" />}
          value={by}
          dir="auto"
          maxLength={300}
          error={tried && nobody && intl.formatMessage({ id: 'dispute.by.missing' })}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <LongField
          label={intl.formatMessage({ id: 'dispute.grounds' })}
          value={grounds}
          rows={3}
          dir="auto"
          maxLength={4000}
          error={tried && short && intl.formatMessage({ id: 'acts.reasons.short' }, { least: SHORTEST_REASONS })}
          onChange={(event) => setGrounds(event.currentTarget.value)}
        />
        <Note tone="warning">
          <FormattedMessage id="dispute.consequence" />
        </Note>
        <div className={style.buttons}>
          <Button type="submit" weight="main" busy={busy}>
            <FormattedMessage id="dispute.act" />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
