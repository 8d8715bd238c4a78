import { IconListDetails, IconScan, IconShieldCheck } from '@tabler/icons-react';

/** The rooms an officer may find in the rail: where, under which action, in which order. */
export const PLACES = [
  { path: '/desk', action: 'screening.check', label: 'place.desk', icon: IconScan },
  { path: '/lists', action: 'alerts.view-lists', label: 'place.lists', icon: IconListDetails },
  { path: '/audit', action: 'audit.search', label: 'place.audit', icon: IconShieldCheck },
] as const;

/** The rooms open to someone with these actions; the first is where the day starts. */
export function placesFor(actions: string[]): (typeof PLACES)[number][] {
  return PLACES.filter(({ action }) => actions.includes(action));
}
