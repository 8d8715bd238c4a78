import type { AskRecipient } from '@entente/contracts/exchange/asks';

/** Whom "all members" means: every member's node that may be asked now. A body is asked only where it is named. */
export function allMembers(recipients: AskRecipient[]): string[] {
  return recipients.filter(({ holder, closed }) => holder === 'member' && closed === null).map(({ node }) => node);
}
