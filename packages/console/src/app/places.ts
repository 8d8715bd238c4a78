import {
  IconAlertSquareRounded,
  IconEyeSearch,
  IconListDetails,
  IconMessages,
  IconScan,
  IconShieldCheck,
  IconTopologyStar3,
  IconTransfer,
  IconUserSearch,
  IconUsers,
  IconUsersGroup,
  IconWorldQuestion,
} from '@tabler/icons-react';

/** The rooms an officer may find in the rail: where, under which action, in which order. */
export const PLACES = [
  { path: '/desk', action: 'screening.check', label: 'place.desk', icon: IconScan },
  { path: '/passenger-lists', action: 'screening.check-list', label: 'place.passengers', icon: IconUsersGroup },
  { path: '/second-line', action: 'screening.second-line', label: 'place.second-line', icon: IconUserSearch },
  { path: '/cases', action: 'cases.read', label: 'place.cases', icon: IconMessages },
  { path: '/asks', action: 'exchange.ask', label: 'place.asks', icon: IconWorldQuestion },
  { path: '/shift', action: 'screening.hand-over', label: 'place.shift', icon: IconTransfer },
  { path: '/alerts', action: 'alerts.search', label: 'place.alerts', icon: IconAlertSquareRounded },
  { path: '/lists', action: 'alerts.view-lists', label: 'place.lists', icon: IconListDetails },
  { path: '/searches', action: 'screening.view-figures', label: 'place.searches', icon: IconEyeSearch },
  { path: '/officers', action: 'access.view-officers', label: 'place.officers', icon: IconUsers },
  { path: '/nodes', action: 'exchange.view-channels', label: 'place.nodes', icon: IconTopologyStar3 },
  { path: '/audit', action: 'audit.search', label: 'place.audit', icon: IconShieldCheck },
] as const;

/** The rooms open to someone with these actions; the first is where the day starts. */
export function placesFor(actions: string[]): (typeof PLACES)[number][] {
  return PLACES.filter(({ action }) => actions.includes(action));
}
