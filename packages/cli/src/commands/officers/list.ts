import { type Command, EXIT } from '../../command.ts';
import { withOfficers } from '../../officers.ts';

export const command: Command = {
  summary: 'List the officers of this node',
  usage: '',
  details: `
One line per officer: sign-in name, display name, authority, roles, and whether the way in is open, closed for a while
after wrong passwords, or closed by hand. No password is shown, nor can be.`,
  options: {},
  async run({ json }, io) {
    const { isLocked, isLockedByHand, listOfficers } = await import('@entente/node/capabilities/access/index');
    const officers = await withOfficers(io, 'list', async ({ db, clock }) =>
      (await listOfficers(db)).map((officer) => ({
        id: officer.id,
        name: officer.name,
        displayName: officer.displayName,
        authority: officer.authority.id,
        roles: officer.roles,
        lockedUntil: isLocked(officer, clock.now()) ? officer.lockedUntil!.toISOString() : null,
        lockedByHand: isLockedByHand(officer),
      })),
    );
    if (json) {
      io.out(`${JSON.stringify(officers)}\n`);
      return EXIT.ok;
    }
    for (const { name, displayName, authority, roles, lockedUntil, lockedByHand } of officers) {
      const locked = lockedByHand ? 'locked' : lockedUntil && `locked until ${lockedUntil}`;
      io.out(`${[name, displayName, authority, roles.join(' '), locked ?? 'open'].join('\t')}\n`);
    }
    if (officers.length === 0) io.out('No officer is entered yet: entente officers add --help\n');
    return EXIT.ok;
  },
};
