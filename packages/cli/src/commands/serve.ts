import type { Command } from '../command.ts';
import { runNode } from '../node-run.ts';

export const command: Command = {
  summary: 'Run a node',
  usage: '',
  details: `
Runs the node that the ENTENTE_* variables describe (docs/reference/configuration.md) until Ctrl-C or
SIGTERM, then lets requests under way end. A second Ctrl-C ends it at once; nothing that was answered as
done is lost. Prints one line when the node is ready; its log goes to standard error.

  ENTENTE_STATE=KZ ENTENTE_PORT=8700 ./entente serve`,
  options: {},
  async run({ json }, io) {
    const { startNode } = await import('@entente/node');
    return await runNode(io, startNode, ({ address }) =>
      io.out(json ? `${JSON.stringify({ address })}\n` : `Entente is ready: ${address}\n`),
    );
  },
};
