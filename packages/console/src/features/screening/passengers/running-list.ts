import type { PassengerListView } from '@entente/contracts/screening/passenger-list';
import type { UseQueryResult } from '@tanstack/react-query';
import { useFollowed } from '../../../api/followed.ts';
import { followPassengerList, passengerListQuery } from '../../../api/screening/passenger-lists.ts';

/** A list that keeps itself current while it runs. */
export function usePassengerList(id: string): UseQueryResult<PassengerListView> {
  const isRunning = ({ state }: PassengerListView) => state === 'running';
  return useFollowed({ query: passengerListQuery(id), id, follow: followPassengerList, isRunning });
}
