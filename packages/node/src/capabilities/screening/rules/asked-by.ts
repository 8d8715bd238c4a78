import type { Audience } from '@entente/contracts/alerts/content';
import type { KeptAlert } from '../model/alert.ts';

/**
 * Whose questions an alert answers: those of the states it circulates to, and anybody's if it is kept national but searchable.
 * Undefined: nobody's.
 */
export function askedBy(audience: Audience): KeptAlert['asked'] {
  switch (audience.kind) {
    case 'all-members':
      return 'by-anyone';
    case 'members':
      return audience.states;
    case 'national':
      return audience.searchable ? 'by-anyone' : undefined;
  }
}

/** Whether the alert may be told to exist when this state asks. Only its owner answers for it. */
export function mayAnswer({ owner, asked }: KeptAlert, ownState: string, askingState: string): boolean {
  if (owner !== ownState || asked === undefined) return false;
  return asked === 'by-anyone' || asked.includes(askingState);
}
