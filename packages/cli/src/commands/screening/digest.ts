import { readFile } from 'node:fs/promises';
import { type Command, CommandError, EXIT } from '../../command.ts';
import { joinExistingNode } from '../../joined-database.ts';

export const command: Command = {
  summary: 'Print digests of alerts and of the answers they give, for two nodes to compare',
  usage: '[STATE ...] [--of FILE]',
  details: `
The same alerts give the same hits, scores and order on every node. The set are alerts in force here that circulate to all members,
of the states named (two letters each) or of everybody; or those whose references stand in FILE, one on a line. What sleeps here
until somebody accepts it is not among them. Two nodes that print the same first digest must print the same second one. Nobody's
name is printed. That alerts were read is recorded in the log. With --json: one object.

  ./entente screening digest IN KZ`,
  options: { of: { type: 'string' } },
  async run({ words, values, json }, io) {
    const references = typeof values.of === 'string' ? await readReferences(values.of) : undefined;
    for (const state of words)
      if (!/^[A-Z]{2}$/.test(state)) throw new CommandError(`${state} is no state: two capital letters`, EXIT.usage);
    const { digestScreening } = await import('@entente/node/capabilities/screening/index');
    const { operatorAttribution } = await import('@entente/node/capabilities/access/index');
    const digest = await joinExistingNode(io, 'entente screening digest', async (parts) =>
      digestScreening({ ...parts, state: parts.config.state }, operatorAttribution('screening digest'), {
        owners: words,
        ...(references && { references }),
      }),
    );
    if (json) io.out(`${JSON.stringify(digest)}\n`);
    else {
      const counts = Object.entries(digest.owners).map(([owner, count]) => `${owner} ${count}`);
      io.out(
        [
          `alerts    ${digest.alerts}  ${counts.join(', ') || 'none'}`,
          `answers   ${digest.answers}  ${digest.questions} questions`,
          `unicode   ${digest.unicode}`,
          '',
        ].join('\n'),
      );
    }
    return EXIT.ok;
  },
};

async function readReferences(file: string): Promise<Set<string>> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandError(error.message);
  });
  return new Set(text.split(/\s+/u).filter((reference) => reference !== ''));
}
