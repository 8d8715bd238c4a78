import type { CaseView } from '@entente/contracts/cases';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { acknowledgeHit, keepFollowUp } from '../../../api/cases.ts';
import { Button } from '../../../ui/button.tsx';
import { Note } from '../../../ui/note.tsx';
import { RefusedSteps } from '../../../ui/refused-steps.tsx';

/** Takes the hit up: one press, since nothing is lost by it and somebody may be waiting. */
export function Acknowledge({ view }: { view: CaseView }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  async function take() {
    setBusy(true);
    setFailure(null);
    try {
      keepFollowUp(client, await acknowledgeHit(view.id));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  }
  return (
    <Note
      tone={view.urgent ? 'grave' : 'warning'}
      title={<FormattedMessage id={view.urgent ? 'acknowledge.urgent' : 'acknowledge.title'} />}
      actions={
        <Button weight="main" busy={busy} onClick={() => void take()}>
          <FormattedMessage id="acknowledge.take" />
        </Button>
      }
    >
      <p>
        <FormattedMessage id={view.other === null ? 'acknowledge.lead.own' : 'acknowledge.lead'} />
      </p>
      {failure !== null && <RefusedSteps error={failure} />}
    </Note>
  );
}
