import { useNavigate } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { AlertFilter } from '../../../api/alerts/list.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { isNarrowed } from './query.ts';

interface NoAlertsProps {
  filter: AlertFilter;
  mayDraft: boolean;
  onClear: () => void;
}

/** Why the list is empty, and what to do about it. */
export function NoAlerts({ filter, mayDraft, onClear }: NoAlertsProps) {
  const navigate = useNavigate();
  if (!isNarrowed(filter)) {
    return (
      <Empty
        title={<FormattedMessage id="alerts.empty" />}
        action={
          mayDraft && (
            <Button weight="main" onClick={() => void navigate({ to: '/alerts/new' })}>
              <FormattedMessage id="alerts.new" />
            </Button>
          )
        }
      >
        <FormattedMessage id={mayDraft ? 'alerts.empty.draft' : 'alerts.empty.wait'} />
      </Empty>
    );
  }
  return (
    <Empty
      title={<FormattedMessage id={filter.awaiting ? 'alerts.none.awaiting' : 'alerts.none'} />}
      action={
        <Button onClick={onClear}>
          <FormattedMessage id="audit.filter.clear" />
        </Button>
      }
    >
      <FormattedMessage id={filter.text ? 'alerts.none.text' : 'alerts.none.next'} />
    </Empty>
  );
}
