import { type Command, EXIT } from '../../command.ts';
import { onlyWord, withOfficers } from '../../officers.ts';

export const command: Command = {
  summary: "Close an officer's way in, and end every session of his at once",
  usage: 'NAME',
  details: `
The officer stays locked until "entente officers unlock". It is on record as done by the operator.`,
  options: {},
  async run(invocation, io) {
    const name = onlyWord(invocation, 'the officer');
    const { lockOfficer } = await import('@entente/node/capabilities/access/index');
    const sessionsEnded = await withOfficers(io, 'lock', (parts) => lockOfficer(parts, { name }));
    io.out(
      invocation.json
        ? `${JSON.stringify({ name, sessionsEnded })}\n`
        : `${name} is locked; sessions ended: ${sessionsEnded}\n`,
    );
    return EXIT.ok;
  },
};
