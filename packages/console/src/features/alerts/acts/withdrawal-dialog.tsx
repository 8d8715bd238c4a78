import type { AlertView, Withdrawal } from '@entente/contracts/alerts/alert';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { withdrawAlert } from '../../../api/alerts/alert.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LongField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { WITHDRAWALS } from '../words/step-words.ts';
import { SHORTEST_REASONS } from './reasons.ts';
import { StepFailure } from './step-failure.tsx';
import { useStep } from './use-step.ts';

type Why = Withdrawal['why'];

/** Withdraws an alert for good, for a reason that stays in its history. */
export function WithdrawalDialog({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const intl = useIntl();
  const { busy, failure, take } = useStep();
  const [why, setWhy] = useState<Why | ''>('');
  const [reasons, setReasons] = useState('');
  const [tried, setTried] = useState(false);
  const short = reasons.trim().length < SHORTEST_REASONS;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (why === '' || short) return focusWrongField(event.currentTarget);
    const withdrawal = { revision: alert.revision, why, reasons: reasons.trim() };
    if (await take(() => withdrawAlert(alert.id, withdrawal))) onClose();
  }

  return (
    <Dialog
      title={intl.formatMessage({ id: 'withdraw.title' }, { reference: alert.reference })}
      width="wide"
      onClose={onClose}
    >
      <form className={style.form} onSubmit={submit} noValidate>
        <StepFailure failure={failure} />
        <RadioField
          label={<FormattedMessage id="withdraw.why" />}
          value={why}
          choices={(Object.keys(WITHDRAWALS) as Why[]).map((value) => ({
            value,
            label: <FormattedMessage id={WITHDRAWALS[value]} />,
          }))}
          error={tried && why === '' && <FormattedMessage id="withdraw.why.missing" />}
          onChoose={setWhy}
        />
        <LongField
          label={intl.formatMessage({ id: 'acts.reasons' })}
          hint={<FormattedMessage id="withdraw.reasons.hint" />}
          value={reasons}
          rows={3}
          dir="auto"
          maxLength={4000}
          error={tried && short && intl.formatMessage({ id: 'acts.reasons.short' }, { least: SHORTEST_REASONS })}
          onChange={(event) => setReasons(event.currentTarget.value)}
        />
        <Note tone="grave">
          <FormattedMessage id="withdraw.consequence" />
        </Note>
        <div className={style.buttons}>
          <Button type="submit" weight="grave" busy={busy}>
            <FormattedMessage id="withdraw.act" />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="withdraw.keep" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
