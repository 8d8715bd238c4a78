import type { SecondLineView } from '@entente/contracts/screening/second-line';
import type { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../../../api/problem.ts';
import { caseQuery, keepCase } from '../../../api/screening/second-line.ts';

/** Somebody else changed the case meanwhile: the newer one is shown, and what was typed here stays. */
export async function takeUpNewer(client: QueryClient, id: string, error: unknown): Promise<SecondLineView | null> {
  if (!(error instanceof ProblemError) || error.problem.status !== 409) return null;
  const current = error.problem.current as Partial<SecondLineView> | undefined;
  if (current?.id === id && typeof current.revision === 'number') {
    keepCase(client, current as SecondLineView);
    return current as SecondLineView;
  }
  return await client.fetchQuery({ ...caseQuery(id), staleTime: 0 }).catch(() => null);
}
