import { Role } from '@entente/contracts/access';
import type { Membership } from '../../membership/index.ts';
import { createPermissions } from '../service/permissions.ts';
import { describeOfficers } from './officers-reference.ts';
import { loadPolicies } from './policies.ts';

/** docs/reference/access.md: which role may do what for which purpose, as the policies themselves answer. */
export async function describeAccess(membership: Membership): Promise<string> {
  const policies = await loadPolicies();
  const purposes = membership.purposes();
  const permissionsOf = createPermissions(policies, purposes);
  const roles = Role.enum;
  const cell = (role: Role, action: string) => {
    const open = permissionsOf({ id: 'reference', roles: [role], authority: { id: 'reference' } }).purposesOf(action);
    return open === undefined ? '–' : open.length === 0 ? 'yes' : open.map((id) => `\`${id}\``).join(', ');
  };
  const actionRows = policies.actions.map(
    ({ id, personal }) =>
      `| \`${id}\` | ${personal ? 'personal' : ''} | ${roles.map((role) => cell(role, id)).join(' | ')} |`,
  );
  const purposeRows = purposes.flatMap(({ id, names, caseRequired, legalBases }) =>
    legalBases.map(
      (basis, at) =>
        `| ${at === 0 ? `\`${id}\`: ${names.en}` : ''} | ${at === 0 && caseRequired ? 'needed' : ''} | \`${basis.id}\` | ${basis.names.en} |`,
    ),
  );
  return `# Access

Who may do what. The rules are in \`packages/node/policies/\`; this page is what they answer, for the purposes of the shipped profile.
Whatever is not permitted here is refused. An action marked *personal* shows or searches personal data: the request states a purpose
in \`entente-purpose\`, one of its legal bases in \`entente-legal-basis\`, and a case, percent-encoded, in \`entente-case\` where the
purpose needs one. Answers and refusals are recorded in the audit log.

## Actions and roles

For personal data a cell names the purposes the role may state.

| action | | ${roles.join(' | ')} |
|---|---|${roles.map(() => '---|').join('')}
${actionRows.join('\n')}

An officer with several roles may do what each of them may. Two things hold whatever the roles: personal data is not given on a basis
that is none of the purpose's or without the case it needs, and an administrator neither checks persons nor reads what was searched
for. \`access.view-sessions\` and \`access.revoke-session\` reach an officer's own sessions; an administrator's reach all.

## Purposes and legal bases

| purpose | case | legal basis | in words |
|---|---|---|---|
${purposeRows.join('\n')}

${describeOfficers(membership.limits())}`;
}
