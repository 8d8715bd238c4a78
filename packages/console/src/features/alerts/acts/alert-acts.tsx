import type { AlertView } from '@entente/contracts/alerts/alert';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { Abandoning } from './abandoning.tsx';
import { DeletionDialog } from './deletion-dialog.tsx';
import { DisputeDialog } from './dispute-dialog.tsx';
import { AcceptanceDialog, FlagDialog, RefusalDialog, UnflagDialog } from './held-dialogs.tsx';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { ResolutionDialog } from './resolution-dialog.tsx';
import { WithdrawalDialog } from './withdrawal-dialog.tsx';

type Dialogs =
  | 'amendment'
  | 'extension'
  | 'withdraw'
  | 'dispute'
  | 'resolve'
  | 'abandon'
  | 'delete'
  | (typeof HELD)[number]['move'];

/** What may be done with an alert of another state. */
const HELD = [
  { move: 'accept', id: 'alert.act.accept', weight: 'main' },
  { move: 'refuse', id: 'alert.act.refuse', weight: 'plain' },
  { move: 'flag', id: 'alert.act.flag', weight: 'plain' },
  { move: 'unflag', id: 'alert.act.unflag', weight: 'plain' },
] as const;

/** What the officer may do with the alert now; nothing else is offered. */
export function AlertActs({ alert }: { alert: AlertView }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<Dialogs | null>(null);
  const may = (move: string) => alert.may.includes(move);
  const close = () => setOpen(null);
  return (
    <>
      {may('review') && (
        <Button weight="main" onClick={() => void navigate({ to: '/alerts/$id/review', params: { id: alert.id } })}>
          <FormattedMessage id="alert.act.review" />
        </Button>
      )}
      {may('edit') && (
        <Button
          weight={may('review') ? 'plain' : 'main'}
          onClick={() => void navigate({ to: '/alerts/$id/edit', params: { id: alert.id } })}
        >
          <FormattedMessage id="alert.act.edit" />
        </Button>
      )}
      {may('amend') && (
        <Button onClick={() => setOpen('amendment')}>
          <FormattedMessage id="alert.act.amend" />
        </Button>
      )}
      {may('extend') && (
        <Button onClick={() => setOpen('extension')}>
          <FormattedMessage id="alert.act.extend" />
        </Button>
      )}
      {may('resolve') && (
        <Button onClick={() => setOpen('resolve')}>
          <FormattedMessage id="alert.act.resolve" />
        </Button>
      )}
      {may('dispute') && (
        <Button onClick={() => setOpen('dispute')}>
          <FormattedMessage id="alert.act.dispute" />
        </Button>
      )}
      {may('abandon') && (
        <Button onClick={() => setOpen('abandon')}>
          <FormattedMessage id="alert.act.abandon" />
        </Button>
      )}
      {may('withdraw') && (
        <Button weight="grave" onClick={() => setOpen('withdraw')}>
          <FormattedMessage id="alert.act.withdraw" />
        </Button>
      )}
      {may('delete') && (
        <Button weight="grave" onClick={() => setOpen('delete')}>
          <FormattedMessage id="alert.act.delete" />
        </Button>
      )}
      {HELD.filter(({ move }) => may(move)).map(({ move, id, weight }) => (
        <Button key={move} weight={weight} onClick={() => setOpen(move)}>
          <FormattedMessage id={id} />
        </Button>
      ))}
      {open === 'delete' && <DeletionDialog alert={alert} onClose={close} />}
      {open === 'accept' && <AcceptanceDialog alert={alert} onClose={close} />}
      {open === 'refuse' && <RefusalDialog alert={alert} onClose={close} />}
      {open === 'flag' && <FlagDialog alert={alert} onClose={close} />}
      {open === 'unflag' && <UnflagDialog alert={alert} onClose={close} />}
      {(open === 'amendment' || open === 'extension') && <NewVersionDialog alert={alert} kind={open} onClose={close} />}
      {open === 'withdraw' && <WithdrawalDialog alert={alert} onClose={close} />}
      {open === 'dispute' && <DisputeDialog alert={alert} onClose={close} />}
      {open === 'resolve' && <ResolutionDialog alert={alert} onClose={close} />}
      {open === 'abandon' && <Abandoning alert={alert} onClose={close} onAbandoned={close} />}
    </>
  );
}
