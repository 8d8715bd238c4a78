import { type Command, EXIT } from '../../command.ts';
import { describeDeadLetters } from '../../exchange/describe.ts';
import { withExchange } from '../../exchange/joined-exchange.ts';
import { noWords } from '../../exchange/words.ts';

export const command: Command = {
  summary: 'List envelopes that were refused or had expired before they went',
  usage: '',
  details: `
One line per envelope that nobody has sent again: its id, for "entente exchange release", type, receiver and number, when it
was held, and why. Bodies are not shown. With --json, the same as GET /api/exchange/dead-letters.`,
  options: {},
  async run(invocation, io) {
    noWords(invocation);
    const { viewDeadLetters } = await import('@entente/node/capabilities/exchange/index');
    const view = await withExchange(io, 'dead-letters', ({ db }) => viewDeadLetters(db));
    io.out(invocation.json ? `${JSON.stringify(view)}\n` : describeDeadLetters(view.letters, view.more));
    return EXIT.ok;
  },
};
