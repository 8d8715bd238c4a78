import type { Organisation } from '@entente/contracts/membership';

/** Codes of the other members and ids of the bodies with a node: everybody to whom a state's alerts may go. */
export function listAddressees(
  { states }: Pick<Organisation, 'states'>,
  { self, joined = [], bodies }: { self: string; joined?: readonly string[]; bodies: readonly string[] },
): string[] {
  const members = states.filter(({ role }) => role === 'member').map(({ iso2 }) => iso2);
  return [...new Set([...members, ...joined])].filter((state) => state !== self).concat(bodies);
}
