import { type Command, EXIT } from '../../command.ts';
import { describePeers } from '../../exchange/describe.ts';
import { withExchange } from '../../exchange/joined-exchange.ts';
import { noWords } from '../../exchange/words.ts';

export const command: Command = {
  summary: 'Show the other nodes, and how the channels with them fare',
  usage: '',
  details: `
Per node: whether it answers and takes what it is sent, how many envelopes wait, are under way or held, the last one each
way, the act its register ended with, and whether this node has suspended the channel. With --json, the same as
GET /api/exchange/peers.`,
  options: {},
  async run(invocation, io) {
    noWords(invocation);
    const { viewPeers } = await import('@entente/node/capabilities/exchange/index');
    const view = await withExchange(io, 'peers', viewPeers);
    io.out(invocation.json ? `${JSON.stringify(view)}\n` : describePeers(view));
    return EXIT.ok;
  },
};
