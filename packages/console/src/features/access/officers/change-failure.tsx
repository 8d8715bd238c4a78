import { ProblemNote } from '../../../ui/problem.tsx';
import { ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.tsx';

/** Why a change of an officer was refused, where it was. */
export function ChangeFailure({ failure }: { failure: unknown }) {
  if (failure === null) return null;
  const now = changedMeanwhile(failure);
  return now ? <ChangedMeanwhile now={now} /> : <ProblemNote error={failure} />;
}
