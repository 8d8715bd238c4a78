import type { CaseEntry, CaseSummary, Delivery } from '@entente/contracts/cases';
import type { InformationType, Outcome } from '@entente/contracts/cases/entries';
import type { MarkKind } from '../../ui/mark.tsx';

/** Kinds of supplementary information, in words. */
export const INFORMATION = {
  identity: 'information.identity',
  warrant: 'information.warrant',
  'extradition-intended': 'information.extradition-intended',
  cancellation: 'information.cancellation',
} as const satisfies Record<InformationType, string>;

export const INFORMATION_TYPES = Object.keys(INFORMATION) as InformationType[];

export function isInformation(kind: CaseEntry['kind']): kind is InformationType {
  return kind in INFORMATION;
}

export const OUTCOMES = {
  arrested: 'outcome.arrested',
  'handed-over': 'outcome.handed-over',
  released: 'outcome.released',
  'summons-served': 'outcome.summons-served',
  located: 'outcome.located',
  protected: 'outcome.protected',
  'object-secured': 'outcome.object-secured',
  'mistaken-identity': 'outcome.mistaken-identity',
  'no-action': 'outcome.no-action',
} as const satisfies Record<Outcome, string>;

export const DELIVERIES = {
  waiting: 'delivery.waiting',
  sent: 'delivery.sent',
  received: 'delivery.received',
  accepted: 'delivery.accepted',
  refused: 'delivery.refused',
  expired: 'delivery.expired',
} as const satisfies Record<Delivery, string>;

/** How a case stands, by one mark. */
export function markOf({ alarm, acknowledgedAt, closedAt }: CaseSummary): MarkKind {
  if (closedAt !== null) return 'closed';
  if (alarm !== 'none') return `alarm-${alarm}`;
  return acknowledgedAt === null ? 'unacknowledged' : 'acknowledged';
}
