import type { Purpose, SessionView } from '@entente/contracts/access';
import { useEffect } from 'react';
import { useSession } from '../../api/access.ts';
import { type AskingFor, askFor, askingFor } from '../../api/asking.ts';
import { useStore } from '../../api/store.ts';

/** The officer's purposes that may be given for an action; all of them where the node does not say. */
export function purposesFor(purposes: Purpose[], action: string): Purpose[] {
  return purposes.filter((purpose) => purpose.actions?.includes(action) ?? true);
}

/** Whether what the tab asks for is whole, this officer's, and good for the action. */
export function fits(asking: AskingFor | null, session: SessionView, action: string): boolean {
  if (!asking || asking.officerId !== session.officer?.id) return false;
  const purpose = purposesFor(session.purposes, action).find(({ id }) => id === asking.purpose);
  if (!purpose?.legalBases.some(({ id }) => id === asking.legalBasis)) return false;
  return !purpose.caseRequired || asking.caseReference.trim() !== '';
}

/** The purpose that needs no asking: the only one that fits the action, with its usual basis and no case. */
export function obvious(session: SessionView, action: string): AskingFor | null {
  const fitting = purposesFor(session.purposes, action);
  const only = fitting.length === 1 ? fitting[0] : undefined;
  if (!only || only.caseRequired || !session.officer) return null;
  return { officerId: session.officer.id, purpose: only.id, legalBasis: only.legalBases[0]!.id, caseReference: '' };
}

/** What the tab asks for, if it fits the action; the obvious choice is made on the officer's behalf. */
export function useFittingPurpose(action: string): AskingFor | null {
  const session = useSession();
  const asking = useStore(askingFor);
  const fitting = fits(asking, session, action) ? asking : null;
  const prefilled = fitting ? null : obvious(session, action);
  const key = prefilled && JSON.stringify(prefilled);
  useEffect(() => {
    if (key) askFor(JSON.parse(key) as AskingFor);
  }, [key]);
  return fitting;
}
