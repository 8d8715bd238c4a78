import type { SessionView } from '@entente/contracts/access';
import { type GuidedOfficer, TRAVELLERS_OFFICER } from './guided-officers.ts';

/**
 * How the reader stands to a step: he may do it as he is signed in; he works at the gate of the invented travellers, where
 * nothing is ticked; or another officer does it, whom he may become at one click, or only by hand on a node that offers none.
 */
export type Standing = 'ready' | 'unticked' | 'another' | 'by-hand';

export function standingOf(
  { officer, actions, offers }: Pick<SessionView, 'officer' | 'actions' | 'offers'>,
  needed: { officer: GuidedOfficer; action: string },
): Standing {
  if (!officer) return offers.some(({ officerId }) => officerId === needed.officer.id) ? 'another' : 'by-hand';
  if (!actions.includes(needed.action) || !officer.roles.includes(needed.officer.role)) return 'another';
  return officer.id === TRAVELLERS_OFFICER ? 'unticked' : 'ready';
}
