import { type Command, EXIT } from '../../command.ts';
import { withExchange } from '../../exchange/joined-exchange.ts';
import { oneWord, reasonOf } from '../../exchange/words.ts';

export const command: Command = {
  summary: 'Open a channel again that this node had suspended',
  usage: 'NODE --reason TEXT',
  details: `
What was written meanwhile goes out, unless it has expired. The reason goes into the record.`,
  options: { reason: { type: 'string' } },
  async run(invocation, io) {
    const node = oneWord(invocation, 'the node, as the register does');
    const reason = reasonOf(invocation);
    const { resumeChannel } = await import('@entente/node/capabilities/exchange/index');
    await withExchange(io, 'resume', (parts) => resumeChannel(parts, parts.by, { node, reason }));
    io.out(
      invocation.json ? `${JSON.stringify({ node, suspended: false })}\n` : `The channel with ${node} is open again.\n`,
    );
    return EXIT.ok;
  },
};
