import { type Command, CommandError, EXIT, type Io } from '../command.ts';

/** A signal that follows the first this closely is its echo: a terminal and npm both pass Ctrl-C on. */
const ECHO_MS = 1000;

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
    const { ConfigError, createLog, readConfig, startNode } = await import('@entente/node');
    try {
      const config = readConfig(io.env);
      const node = await startNode(config, createLog(config.logLevel, io.err));
      io.out(json ? `${JSON.stringify({ address: node.address })}\n` : `Entente is ready: ${node.address}\n`);
      const lost = await Promise.race([node.lost, stopAsked(io)]);
      forceOnSecondSignal();
      await node.stop();
      if (lost) throw lost;
      return EXIT.ok;
    } catch (error) {
      if (error instanceof ConfigError) throw new CommandError(error.message, EXIT.usage);
      throw new CommandError((error as Error).message);
    }
  },
};

/** Resolves at Ctrl-C, at SIGTERM, and when the terminal is closed. */
function stopAsked(io: Io): Promise<void> {
  return new Promise((resolve) => {
    if (io.signal.aborted) return resolve();
    io.signal.addEventListener('abort', () => resolve(), { once: true });
    process.once('SIGHUP', () => resolve());
  });
}

function forceOnSecondSignal(): void {
  const first = Date.now();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (Date.now() - first > ECHO_MS) process.exit(EXIT.failed);
    });
  }
}
