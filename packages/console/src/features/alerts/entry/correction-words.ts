import type { CorrectionKind, CorrectionState } from '@entente/contracts/alerts/corrections';
import type { MarkKind } from '../../../ui/mark.tsx';

export const KINDS = {
  'additional-name': 'correction.additional-name',
  'wrong-name': 'correction.wrong-name',
  'additional-birth-date': 'correction.additional-birth-date',
  'wrong-birth-date': 'correction.wrong-birth-date',
} as const satisfies Record<CorrectionKind, string>;

export const STATES = {
  proposed: 'awaits-second',
  'in-force': 'in-force',
  declined: 'refused',
  withdrawn: 'withdrawn',
  lapsed: 'expired',
} as const satisfies Record<CorrectionState, MarkKind>;
