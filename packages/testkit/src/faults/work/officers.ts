import type { Role } from '@entente/contracts/access';
import { castOf } from '../../demonstration/casts.ts';
import { HttpOfficer } from '../../demonstration/http-officer.ts';
import type { NodeUnderFaults } from '../nodes/node-under-faults.ts';

/** Two officers of a node, who bring an alert into force together. */
export interface Desk {
  author: HttpOfficer;
  reviewer: HttpOfficer;
}

/** Signs both in at one click; throws where the node does not answer. */
export async function openDesk({ state, reach }: NodeUnderFaults): Promise<Desk> {
  const officerWith = (role: Role) => castOf({ state }).find(({ roles }) => roles.includes(role))!;
  return {
    author: await HttpOfficer.signIn(reach, officerWith('contact-point-officer')),
    reviewer: await HttpOfficer.signIn(reach, officerWith('reviewer')),
  };
}
