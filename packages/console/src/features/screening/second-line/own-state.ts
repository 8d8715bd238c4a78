import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../api/access.ts';
import { organisationQuery } from '../../../api/membership.ts';

/** The codes of the state whose node this is, alpha-2 and alpha-3: alerts name their owner by either. */
export function useOwnState(): readonly string[] {
  const { state } = useSession().node;
  const { data } = useQuery(organisationQuery);
  const found = data?.states.find(({ iso2, iso3 }) => iso2 === state || iso3 === state);
  return found ? [found.iso2, found.iso3] : [state];
}
