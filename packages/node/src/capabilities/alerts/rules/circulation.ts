import type { AlertStatus } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { StoredAlert, Told } from '../model.ts';

/** What can be said to another node of an alert. */
export type Message = 'circulated' | 'suspended' | 'restored' | 'withdrawn' | 'deleted';

/** A node as the register has it: whose, and whether its holder may act now. */
export interface Addressee {
  holder: 'member' | 'body';
  of: string;
  active: boolean;
}

type Travelling = Pick<StoredAlert, 'status' | 'current' | 'audience' | 'addressees'>;

/** A content's audience, as it stands in plain columns. Left out, nothing travels. */
export function plainAudience({ audience }: AlertContent): Pick<StoredAlert, 'audience' | 'addressees'> {
  if (audience?.kind === 'members') {
    return { audience: 'members', addressees: [...audience.states, ...(audience.bodies ?? [])] };
  }
  if (audience?.kind === 'all-members') return { audience: 'all-members', addressees: [] };
  return { audience: audience?.searchable ? 'searchable' : 'national', addressees: [] };
}

/** Whether the version in force is for a node. A body's is in no audience unless it is named. */
export function isAddressed({ audience, addressees }: Travelling, { holder, of }: Addressee): boolean {
  if (audience === 'members') return addressees.includes(of);
  return audience === 'all-members' && holder === 'member';
}

/**
 * What a node is to be told next, from what it was told last and how the alert stands: undefined when it knows. Whatever
 * moved the alert, an officer, the clock or the register, comes to the same, and a node that was left out while its state
 * was suspended is told later what changed. What only takes away is said to it even then.
 */
export function nextMessage(
  told: Pick<Told, 'told' | 'version'> | undefined,
  alert: Travelling,
  addressee: Addressee,
): Message | undefined {
  const message = messageFor(told, alert, isAddressed(alert, addressee));
  const gives = message === 'circulated' || message === 'restored';
  return gives && !addressee.active ? undefined : message;
}

function messageFor(
  told: Pick<Told, 'told' | 'version'> | undefined,
  { status, current }: Travelling,
  isFor: boolean,
): Message | undefined {
  if (told?.told === 'deleted') return undefined;
  const holds = told?.told === 'circulated' || told?.told === 'suspended';
  if (status === 'deleted') return told ? 'deleted' : undefined;
  if (!isFor || !isStanding(status)) return holds ? 'withdrawn' : undefined;
  // What it never had, or has in an older version, waits until the dispute is resolved.
  if (status === 'suspended') return told?.told === 'circulated' ? 'suspended' : undefined;
  if (!holds || told.version !== current) return 'circulated';
  return told.told === 'suspended' ? 'restored' : undefined;
}

function isStanding(status: AlertStatus): boolean {
  return status === 'in-force' || status === 'suspended';
}
