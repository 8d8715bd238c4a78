import type { Role } from '@entente/contracts/access';

/** The words for the roles, by role. */
export const ROLES = {
  'border-officer': 'role.border-officer',
  'contact-point-officer': 'role.contact-point-officer',
  reviewer: 'role.reviewer',
  'oversight-officer': 'role.oversight-officer',
  administrator: 'role.administrator',
} as const satisfies Record<Role, string>;

/** What a role may do, in one line. */
export const ROLE_MEANINGS = {
  'border-officer': 'role.border-officer.meaning',
  'contact-point-officer': 'role.contact-point-officer.meaning',
  reviewer: 'role.reviewer.meaning',
  'oversight-officer': 'role.oversight-officer.meaning',
  administrator: 'role.administrator.meaning',
} as const satisfies Record<Role, string>;
