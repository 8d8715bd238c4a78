import { type Command, EXIT } from '../../command.ts';
import { withExchange } from '../../exchange/joined-exchange.ts';
import { noWords, reasonOf } from '../../exchange/words.ts';

export const command: Command = {
  summary: 'Let the log grow though no peer has told which heads of it they saw',
  usage: '--reason TEXT',
  details: `
A node that starts asks its peers what they saw of it, since its database may have been restored from a backup; until one has
answered, its log waits. Where none can be reached for long, this lets it go on by itself. If the database is the one the node
was stopped with, nothing is lost by it. If it is an older one, peers that saw more find two histories, and the log has to be
founded anew by an act: read docs/operating/restore.md first. Each channel still waits for its peer. The reason goes into the
record.`,
  options: { reason: { type: 'string' } },
  async run(invocation, io) {
    noWords(invocation);
    const reason = reasonOf(invocation);
    const { releaseHistory } = await import('@entente/node/capabilities/exchange/index');
    await withExchange(io, 'release-history', (parts) => releaseHistory(parts, parts.by, reason));
    io.out(invocation.json ? `${JSON.stringify({ held: false })}\n` : 'The log grows again.\n');
    return EXIT.ok;
  },
};
