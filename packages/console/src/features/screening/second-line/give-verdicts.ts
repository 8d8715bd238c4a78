import type { SecondLineView, Verdict } from '@entente/contracts/screening/second-line';
import type { QueryClient } from '@tanstack/react-query';
import { giveVerdict, keepCase } from '../../../api/screening/second-line.ts';
import { takeUpNewer } from './conflict.ts';

/** A verdict without the candidate and the revision it is given on. */
export type Finding = Omit<Verdict, 'revision' | 'candidate'>;

/**
 * Gives a finding on several candidates, one after the other, each on the case as the one before left it. When a
 * colleague changed the case meanwhile, his change is taken up and ours goes on top, once. Stops at a refusal; what
 * was given before it stands.
 */
export async function giveVerdicts(
  client: QueryClient,
  view: SecondLineView,
  candidates: string[],
  findingOn: (candidate: string) => Finding,
): Promise<void> {
  let current = view;
  for (const candidate of candidates) {
    const verdict = (revision: number): Verdict => ({ ...findingOn(candidate), revision, candidate });
    try {
      current = await giveVerdict(view.id, verdict(current.revision));
    } catch (error) {
      const newer = await takeUpNewer(client, view.id, error);
      const settled = newer === null || newer.given.some((given) => given.candidate === candidate);
      if (settled) throw error;
      current = await giveVerdict(view.id, verdict(newer.revision));
    }
    keepCase(client, current);
  }
}
