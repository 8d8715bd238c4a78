import type { AlertView } from '@entente/contracts/alerts/alert';
import { useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { openVersion } from '../../../api/alerts/alert.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import style from '../../../ui/form.module.css';
import { StepFailure } from './step-failure.tsx';
import { useStep } from './use-step.ts';

interface NewVersionDialogProps {
  alert: AlertView;
  kind: 'amendment' | 'extension';
  onClose: () => void;
}

const WORDS = {
  amendment: { title: 'amend.title', about: 'amend.about', act: 'amend.act' },
  extension: { title: 'extend.title', about: 'extend.about', act: 'extend.act' },
} as const;

/** Begins an amendment or an extension beside the version in force, which answers until the new one is approved. */
export function NewVersionDialog({ alert, kind, onClose }: NewVersionDialogProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { busy, failure, take } = useStep();
  const words = WORDS[kind];

  async function open() {
    const opened = await take(() => openVersion(alert.id, { revision: alert.revision, kind }));
    if (opened) {
      await navigate({
        to: '/alerts/$id/edit',
        params: { id: alert.id },
        search: kind === 'extension' ? { step: 'life' } : {},
      });
    }
  }

  return (
    <Dialog title={intl.formatMessage({ id: words.title }, { reference: alert.reference })} onClose={onClose}>
      <p>
        <FormattedMessage id={words.about} />
      </p>
      <StepFailure failure={failure} />
      <div className={style.buttons}>
        <Button weight="main" busy={busy} onClick={() => void open()}>
          <FormattedMessage id={words.act} />
        </Button>
        <Button weight="quiet" onClick={onClose}>
          <FormattedMessage id="ui.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}
