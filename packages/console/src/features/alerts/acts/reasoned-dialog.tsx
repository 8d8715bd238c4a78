import type { AlertView } from '@entente/contracts/alerts/alert';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LongField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { Note } from '../../../ui/note.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { SHORTEST_REASONS } from './reasons.ts';
import { StepFailure } from './step-failure.tsx';
import { useStep } from './use-step.ts';

interface ReasonedDialogProps {
  title: string;
  /** What follows from the step, said before it is taken. */
  consequence: ReactNode;
  /** The verb on the button. */
  act: ReactNode;
  grave?: boolean;
  /** Whether everything else that is asked has been answered; shown once the step was tried. */
  ready?: boolean;
  /** What is asked besides the reasons. */
  children?: (tried: boolean) => ReactNode;
  step: (reasons: string) => Promise<AlertView>;
  onClose: () => void;
}

/** A step with reasons that stay in the alert's history here. */
export function ReasonedDialog(props: ReasonedDialogProps) {
  const { title, consequence, act, grave = false, ready = true, children, step, onClose } = props;
  const intl = useIntl();
  const { busy, failure, take } = useStep();
  const [reasons, setReasons] = useState('');
  const [tried, setTried] = useState(false);
  const short = reasons.trim().length < SHORTEST_REASONS;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!ready || short) return focusWrongField(event.currentTarget);
    if (await take(() => step(reasons.trim()))) onClose();
  }

  return (
    <Dialog title={title} width="wide" onClose={onClose}>
      <form className={style.form} onSubmit={submit} noValidate>
        <StepFailure failure={failure} />
        {children?.(tried)}
        <LongField
          label={intl.formatMessage({ id: 'acts.reasons' })}
          hint={<FormattedMessage id="acts.reasons.here" />}
          value={reasons}
          rows={3}
          dir="auto"
          maxLength={4000}
          error={tried && short && intl.formatMessage({ id: 'acts.reasons.short' }, { least: SHORTEST_REASONS })}
          onChange={(event) => setReasons(event.currentTarget.value)}
        />
        <Note tone={grave ? 'grave' : 'warning'}>{consequence}</Note>
        <div className={style.buttons}>
          <Button type="submit" weight={grave ? 'grave' : 'main'} busy={busy}>
            {act}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
