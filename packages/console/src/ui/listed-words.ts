import type { ListAction } from '@entente/contracts/alerts';
import type { AlertKind } from '@entente/contracts/alerts/catalogue';

/** What an officer does on a hit, by action. */
export const ACTIONS = {
  freeze: 'action.freeze',
  'refuse-visa': 'action.refuse-visa',
  inform: 'action.inform',
} as const satisfies Record<ListAction, string>;

/** What a list's or an alert's subject is. */
export const SUBJECT_KINDS = {
  person: 'kind.person',
  organisation: 'kind.organisation',
  vessel: 'kind.vessel',
  aircraft: 'kind.aircraft',
  document: 'kind.document',
  'blank-documents': 'kind.blank-documents',
  vehicle: 'kind.vehicle',
  container: 'kind.container',
  firearm: 'kind.firearm',
} as const satisfies Record<AlertKind, string>;
