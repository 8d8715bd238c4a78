import type { AlertView } from '@entente/contracts/alerts/alert';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keepAlert } from '../../../api/alerts/alert.ts';
import { ProblemError } from '../../../api/problem.ts';

export interface StepTaken {
  busy: boolean;
  failure: unknown;
  /** Does the step: the alert once the node has taken it, null where it did not. */
  take: (step: () => Promise<AlertView>, onRefused?: (failure: unknown) => void) => Promise<AlertView | null>;
}

/** Changes an alert and takes up what it has become; where somebody was quicker, the newer alert is shown beneath. */
export function useStep(): StepTaken {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function take(step: () => Promise<AlertView>, onRefused?: (failure: unknown) => void) {
    setBusy(true);
    setFailure(null);
    try {
      const alert = await step();
      keepAlert(client, alert);
      return alert;
    } catch (error) {
      setFailure(error);
      onRefused?.(error);
      const current = error instanceof ProblemError ? (error.problem.current as AlertView | undefined) : undefined;
      if (current?.id) keepAlert(client, current);
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { busy, failure, take };
}
