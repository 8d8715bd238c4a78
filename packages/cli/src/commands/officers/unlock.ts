import { type Command, EXIT } from '../../command.ts';
import { onlyWord, withOfficers } from '../../officers.ts';

export const command: Command = {
  summary: "Open an officer's way in again, whoever or whatever closed it",
  usage: 'NAME',
  details: `
Forgets the wrong passwords too. It is on record as done by the operator.`,
  options: {},
  async run(invocation, io) {
    const name = onlyWord(invocation, 'the officer');
    const { unlockOfficer } = await import('@entente/node/capabilities/access/index');
    await withOfficers(io, 'unlock', (parts) => unlockOfficer(parts, { name }));
    io.out(invocation.json ? `${JSON.stringify({ name })}\n` : `${name} is unlocked.\n`);
    return EXIT.ok;
  },
};
