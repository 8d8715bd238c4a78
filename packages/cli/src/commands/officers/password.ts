import { type Command, EXIT } from '../../command.ts';
import { choosePassword, onlyWord, withOfficers } from '../../officers.ts';

export const command: Command = {
  summary: 'Give an officer a new password, remove his passkeys, and end every session of his at once',
  usage: 'NAME [--password-stdin]',
  details: `
Without --password-stdin a password is made and printed once; with it, it is the first line of standard input. It is on
record as done by the operator.`,
  options: { 'password-stdin': { type: 'boolean' } },
  async run(invocation, io) {
    const name = onlyWord(invocation, 'the officer');
    const { password, shown } = await choosePassword(invocation, io);
    const { givePassword } = await import('@entente/node/capabilities/access/index');
    const sessionsEnded = await withOfficers(io, 'password', (parts) => givePassword(parts, { name }, password));
    if (invocation.json) io.out(`${JSON.stringify({ name, sessionsEnded, ...(shown && { password }) })}\n`);
    else {
      io.out(`${name} has a new password${shown ? `, shown this once: ${password}` : ''}\n`);
      io.out(`Sessions ended: ${sessionsEnded}\n`);
    }
    return EXIT.ok;
  },
};
