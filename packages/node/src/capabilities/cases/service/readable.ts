import { Problem } from '../../../platform/problem.ts';
import type { Asking } from '../../access/index.ts';
import type { FollowUp } from '../model/case.ts';
import { askAboutCategory } from '../policy.ts';
import { CASES_PROBLEMS } from '../problems.ts';
import type { CasesParts } from './parts.ts';

type Parts = Pick<CasesParts, 'membership' | 'access'>;

/** The categories whose cases the policies open to whoever asks, for what he asks. */
export function openCategories({ membership, access }: Parts, asking: Asking): string[] {
  const open = membership.categories().filter((category) => access.decide(askAboutCategory(asking, category)).allowed);
  return open.map(({ id }) => id);
}

/** The case; throws alike for one that is not there and one that is not for this officer. */
export function requireOpen(parts: Parts, asking: Asking, found: FollowUp | undefined): FollowUp {
  if (found && openCategories(parts, asking).includes(found.alert.category)) return found;
  throw new Problem(CASES_PROBLEMS['unknown-follow-up']);
}
