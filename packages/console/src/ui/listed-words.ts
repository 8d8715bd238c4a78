import type { ListAction, SubjectKind } from '@entente/contracts/alerts';

/** What an officer does on a hit, by action. */
export const ACTIONS = {
  freeze: 'action.freeze',
  'refuse-visa': 'action.refuse-visa',
  inform: 'action.inform',
} as const satisfies Record<ListAction, string>;

/** What a listed subject is. */
export const SUBJECT_KINDS = {
  person: 'kind.person',
  organisation: 'kind.organisation',
  vessel: 'kind.vessel',
  aircraft: 'kind.aircraft',
} as const satisfies Record<SubjectKind, string>;
