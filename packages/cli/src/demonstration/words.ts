import { WANTED_ZONE } from '@entente/testkit/demonstration/named-travellers';
import { CLEAN_TRAVELLER_ZONE, NAME_HIT_ZONE } from '@entente/testkit/people/demonstration-people';

interface Shown {
  displayName: string;
  roles: readonly string[];
}

/** One officer a line, with what he may do. */
export function describeSignIn(officers: readonly Shown[]): string {
  const width = Math.max(...officers.map(({ displayName }) => displayName.length));
  return officers.map(({ displayName, roles }) => `  ${displayName.padEnd(width)}  ${roles.join(', ')}`).join('\n');
}

/** Passports to try at the desk. */
export function describeScans(): string {
  return `Scan at the border desk (paste both lines)
  a traveller on no list:
${indent(CLEAN_TRAVELLER_ZONE)}
  a traveller who meets a listed person:
${indent(NAME_HIT_ZONE)}
  a man wanted for a bombing:
${indent(WANTED_ZONE)}`;
}

function indent(zone: string): string {
  return zone
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
