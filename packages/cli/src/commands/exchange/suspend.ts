import { type Command, EXIT } from '../../command.ts';
import { withExchange } from '../../exchange/joined-exchange.ts';
import { oneWord, reasonOf } from '../../exchange/words.ts';

export const command: Command = {
  summary: "Suspend the channel with another node, by this node's own decision",
  usage: 'NODE --reason TEXT',
  details: `
Nothing goes out to the node and nothing is taken from it until the channel is resumed; what is written meanwhile waits. The
register does not change: suspending a member is an act of the organisation. The reason goes into the record.`,
  options: { reason: { type: 'string' } },
  async run(invocation, io) {
    const node = oneWord(invocation, 'the node, as the register does');
    const reason = reasonOf(invocation);
    const { suspendChannel } = await import('@entente/node/capabilities/exchange/index');
    await withExchange(io, 'suspend', (parts) => suspendChannel(parts, parts.by, { node, reason }));
    io.out(
      invocation.json ? `${JSON.stringify({ node, suspended: true })}\n` : `The channel with ${node} is suspended.\n`,
    );
    return EXIT.ok;
  },
};
