import type { Audience } from '@entente/contracts/alerts/content';

/** A node that held an alert of this state's, as the register has it. */
export interface Holder {
  holder: 'member' | 'body';
  of: string;
}

/** The audience of a lost alert, as far as it is known: those who have given it back. One who holds it was in it. */
export function withHolder(audience: Audience | undefined, { holder, of }: Holder): Audience {
  if (audience?.kind === 'all-members' && holder === 'member') return audience;
  const { states = [], bodies = [] } = audience?.kind === 'members' ? audience : {};
  const named = {
    states: holder === 'member' ? [...new Set([...states, of])] : [...states],
    bodies: holder === 'body' ? [...new Set([...bodies, of])] : [...bodies],
  };
  return { kind: 'members', states: named.states, ...(named.bodies.length > 0 && { bodies: named.bodies }) };
}

/** The audience without a node for whom the alert was no longer meant. */
export function withoutHolder(audience: Audience | undefined, { of }: Holder): Audience {
  const { states = [], bodies = [] } = audience?.kind === 'members' ? audience : {};
  const [left, leftBodies] = [states, bodies].map((named) => named.filter((one) => one !== of)) as [string[], string[]];
  if (left.length + leftBodies.length === 0) return { kind: 'national', searchable: false };
  return { kind: 'members', states: left, ...(leftBodies.length > 0 && { bodies: leftBodies }) };
}
