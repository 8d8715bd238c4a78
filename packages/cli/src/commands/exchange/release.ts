import { type Command, CommandError, EXIT } from '../../command.ts';
import { withExchange } from '../../exchange/joined-exchange.ts';
import { oneWord } from '../../exchange/words.ts';

export const command: Command = {
  summary: 'Send a held envelope again, as a new one',
  usage: 'ID',
  details: `
The envelope keeps its number and its refusal; what goes out is a new one with the same body. Remove the cause first, or it
is refused again. "entente exchange dead-letters" shows the ids.`,
  options: {},
  async run(invocation, io) {
    const id = oneWord(invocation, 'the id of the held envelope');
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
      throw new CommandError(`"${id}" is no id of a held envelope`, EXIT.usage);
    }
    const { releaseDeadLetter } = await import('@entente/node/capabilities/exchange/index');
    const released = await withExchange(io, 'release', (parts) => releaseDeadLetter(parts, parts.by, id));
    io.out(invocation.json ? `${JSON.stringify(released)}\n` : `Released; it goes out as ${released.id}.\n`);
    return EXIT.ok;
  },
};
