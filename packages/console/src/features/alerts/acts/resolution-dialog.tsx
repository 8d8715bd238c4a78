import type { AlertView, DisputeResolution } from '@entente/contracts/alerts/alert';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { resolveDispute } from '../../../api/alerts/alert.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LongField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { RadioField } from '../../../ui/radio-field.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { SHORTEST_REASONS } from './reasons.ts';
import { StepFailure } from './step-failure.tsx';
import { useStep } from './use-step.ts';

type Outcome = DisputeResolution['outcome'];

/** Decides a dispute: the record goes, or answers again. */
export function ResolutionDialog({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const intl = useIntl();
  const { busy, failure, take } = useStep();
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [reasons, setReasons] = useState('');
  const [tried, setTried] = useState(false);
  const short = reasons.trim().length < SHORTEST_REASONS;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (outcome === '' || short) return focusWrongField(event.currentTarget);
    const resolution = { revision: alert.revision, outcome, reasons: reasons.trim() };
    if (await take(() => resolveDispute(alert.id, resolution))) onClose();
  }

  return (
    <Dialog
      title={intl.formatMessage({ id: 'resolve.title' }, { reference: alert.reference })}
      width="wide"
      onClose={onClose}
    >
      <form className={style.form} onSubmit={submit} noValidate>
        <StepFailure failure={failure} />
        <RadioField<Outcome>
          label={<FormattedMessage id="resolve.outcome" />}
          value={outcome}
          choices={[
            {
              value: 'upheld',
              label: <FormattedMessage id="resolve.upheld" />,
              hint: <FormattedMessage id="resolve.upheld.hint" />,
            },
            {
              value: 'rejected',
              label: <FormattedMessage id="resolve.rejected" />,
              hint: <FormattedMessage id="resolve.rejected.hint" />,
            },
          ]}
          error={tried && outcome === '' && <FormattedMessage id="resolve.outcome.missing" />}
          onChoose={setOutcome}
        />
        <LongField
          label={intl.formatMessage({ id: 'acts.reasons' })}
          value={reasons}
          rows={3}
          dir="auto"
          maxLength={4000}
          error={tried && short && intl.formatMessage({ id: 'acts.reasons.short' }, { least: SHORTEST_REASONS })}
          onChange={(event) => setReasons(event.currentTarget.value)}
        />
        <div className={style.buttons}>
          <Button type="submit" weight={outcome === 'upheld' ? 'grave' : 'main'} busy={busy}>
            <FormattedMessage id={outcome === 'upheld' ? 'resolve.act.withdraw' : 'resolve.act'} />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
