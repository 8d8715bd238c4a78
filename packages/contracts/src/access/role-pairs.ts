import type { Role } from '../access.ts';

/** The rule that keeps roles apart; a problem of this name. */
export type RoleRule = 'oversight-stands-alone' | 'administrator-stands-apart';

/**
 * Roles that one officer never holds together. Who watches is not who acts; who decides who may act does not act
 * himself.
 */
export const ROLES_APART: readonly { rule: RoleRule; role: Role; from: readonly Role[] }[] = [
  {
    rule: 'oversight-stands-alone',
    role: 'oversight-officer',
    from: ['border-officer', 'contact-point-officer', 'reviewer', 'administrator'],
  },
  {
    rule: 'administrator-stands-apart',
    role: 'administrator',
    from: ['border-officer', 'contact-point-officer', 'reviewer'],
  },
];
