import type { Purpose, SessionView } from '@entente/contracts/access';
import { useEffect } from 'react';
import { useSession } from '../../api/access.ts';
import { type AskingFor, askFor, askingFor } from '../../api/asking.ts';
import { useStore } from '../../api/store.ts';

/** The purposes the officer may state: for one action, or for any. */
export function purposesFor(purposes: Purpose[], action?: string): Purpose[] {
  return purposes.filter(({ actions = [] }) => (action === undefined ? actions.length > 0 : actions.includes(action)));
}

/** What is offered first: daily work, which needs no case, before work on one. */
export function likeliest(offered: Purpose[]): Purpose | undefined {
  return offered.find(({ caseRequired }) => !caseRequired) ?? offered[0];
}

/** Whether what the tab asks for is whole, this officer's, and good for the action. */
export function fits(asking: AskingFor | null, session: SessionView, action: string): boolean {
  if (!asking || asking.officerId !== session.officer?.id) return false;
  const purpose = purposesFor(session.purposes, action).find(({ id }) => id === asking.purpose);
  if (!purpose?.legalBases.some(({ id }) => id === asking.legalBasis)) return false;
  return !purpose.caseRequired || asking.caseReference.trim() !== '';
}

/** The purpose that needs no asking: the only one that fits, with its usual basis and no case. */
export function obvious(session: SessionView, action?: string): AskingFor | null {
  const fitting = purposesFor(session.purposes, action);
  const only = fitting.length === 1 ? fitting[0] : undefined;
  if (!only || only.caseRequired || !session.officer) return null;
  return { officerId: session.officer.id, purpose: only.id, legalBasis: only.legalBases[0]!.id, caseReference: '' };
}

/** States the purpose an action is obviously done for, unless one that fits is stated; false where the officer must choose. */
export function stateObvious(session: SessionView, action: string): boolean {
  if (fits(askingFor.get(), session, action)) return true;
  const stated = obvious(session, action);
  if (stated) askFor(stated);
  return stated !== null;
}

/** What the tab asks for, if it fits the action; the obvious choice is made on the officer's behalf. */
export function useFittingPurpose(action: string): AskingFor | null {
  const session = useSession();
  const asking = useStore(askingFor);
  const fitting = fits(asking, session, action) ? asking : null;
  usePrefill(fitting ? null : obvious(session, action));
  return fitting;
}

/** An officer with one purpose and no need of a case acts for it from the first page on. */
export function useOnlyPurpose(): void {
  const session = useSession();
  const asking = useStore(askingFor);
  const mine = asking && asking.officerId === session.officer?.id;
  usePrefill(mine ? null : obvious(session));
}

function usePrefill(prefilled: AskingFor | null): void {
  const key = prefilled && JSON.stringify(prefilled);
  useEffect(() => {
    if (key) askFor(JSON.parse(key) as AskingFor);
  }, [key]);
}
