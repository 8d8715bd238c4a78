import type { IncidentAct } from '@entente/contracts/access/incidents';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { incidentsQuery, setOff } from '../../api/incidents.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import style from './guide.module.css';
import { ACT_WORDS, isSetOff } from './incident-state.ts';

interface IncidentButtonProps {
  act: IncidentAct;
  /** What puts it right; null where it changes nothing that stays. */
  undo: IncidentAct | null;
  describedBy?: string;
}

/** Sets an incident off; once it is, puts it right. */
export function IncidentButton({ act, undo, describedBy }: IncidentButtonProps) {
  const client = useQueryClient();
  const { data } = useQuery(incidentsQuery);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const offered = undo !== null && data && isSetOff(data, act) ? undo : act;

  async function press() {
    setBusy(true);
    setDone(false);
    setFailure(null);
    try {
      client.setQueryData(incidentsQuery.queryKey, await setOff(offered));
      setDone(undo === null);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={style.offer}>
      {failure !== null && <ProblemNote error={failure} />}
      <div>
        <Button
          weight={offered === undo ? 'plain' : 'grave'}
          busy={busy || data?.committee === 'starting'}
          disabled={!data}
          aria-describedby={describedBy}
          onClick={() => void press()}
        >
          <FormattedMessage id={ACT_WORDS[offered]} />
        </Button>
      </div>
      {done && (
        <p className={style.soft} role="status">
          <FormattedMessage id="guide.act.sent" />
        </p>
      )}
    </div>
  );
}
