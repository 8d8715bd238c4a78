import type { OfficerEntry } from '@entente/contracts/access/officers';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { authoritiesQuery, officerQuery, officersKey } from '../../../api/officers.ts';
import { changedMeanwhile } from './changed-meanwhile.tsx';

/** Sends a change of an officer. Refused for a colleague's, it shows what he is now, and the next try rests on that. */
export function useOfficerChange(id: string) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  function keep(officer: OfficerEntry) {
    client.setQueryData(officerQuery(id).queryKey, officer);
    void client.invalidateQueries({ ...officersKey, refetchType: 'none' });
    void client.invalidateQueries(authoritiesQuery);
  }

  async function send(change: () => Promise<OfficerEntry>): Promise<boolean> {
    setBusy(true);
    setFailure(null);
    try {
      keep(await change());
      return true;
    } catch (error) {
      const now = changedMeanwhile(error);
      if (now) keep(now);
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, failure, send, keep };
}
