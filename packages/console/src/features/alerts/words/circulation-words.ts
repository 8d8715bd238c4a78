import type { Circulation, FlagGround, SentState } from '@entente/contracts/alerts/alert';
import type { IntlShape } from 'react-intl';
import type { MarkKind } from '../../../ui/mark.tsx';
import { ruleInWords } from './rules.ts';

/** Why a state takes no action. */
export const FLAG_GROUNDS = {
  'national-law': 'alert.flag-ground.national-law',
  constitution: 'alert.flag-ground.constitution',
  'international-obligation': 'alert.flag-ground.international-obligation',
  'own-interest': 'alert.flag-ground.own-interest',
  other: 'alert.flag-ground.other',
} as const satisfies Record<FlagGround, string>;

/** What a node was told last. */
export const TOLD = {
  circulated: 'circulation.told.circulated',
  suspended: 'circulation.told.suspended',
  withdrawn: 'circulation.told.withdrawn',
  deleted: 'circulation.told.deleted',
} as const satisfies Record<Circulation[number]['told'], string>;

/** How far the envelope has come. */
export const SENT_MARKS = {
  waiting: 'on-its-way',
  sent: 'on-its-way',
  received: 'arrived',
  accepted: 'taken',
  refused: 'refused',
  expired: 'expired',
} as const satisfies Record<SentState, MarkKind>;

/** The rule a holder refused by in the reader's language; where the sentence names a value, as the holder put it. */
export function refusalInWords(intl: IntlShape, { code, detail }: { code: string; detail: string }): string {
  if (!code.startsWith('alerts.')) return detail;
  const { says } = ruleInWords(intl, { rule: code.slice('alerts.'.length) });
  return says.includes('{') ? detail : says;
}
