import { type Command, CommandError, EXIT } from '../command.ts';

export const command: Command = {
  summary: 'Found a demonstration organisation, if there is none yet, and run its nodes',
  usage: '[--nodes N] [--travellers N]',
  details: `
Founds an organisation of N nodes (5), each with a database, keys and a console of its own: Kazakhstan, India, the
Executive Committee of the Regional Anti-Terrorist Structure, China and Pakistan; 9 takes in all eight members and the
committee. Its nodes lie in one folder (.entente/demonstration, or ENTENTE_DATA_DIR) and on ports from ENTENTE_PORT (8700)
on, other nodes a thousand above. With --nodes 1, one node that is in no organisation, as the ENTENTE_* variables describe
it. Officers are invented and sign in at one click; lists, alerts and travellers are invented too.
A founding that was interrupted is completed; an organisation that exists is found again.
Beside whoever works, N invented travellers (10000) pass one gate by themselves, once; --travellers 0 keeps it quiet.`,
  // `directed` is what the process of an organisation says to those it starts.
  options: { nodes: { type: 'string' }, travellers: { type: 'string' }, directed: { type: 'boolean' } },
  async run({ values, json }, io) {
    const travellers = readCount(values.travellers, 'travellers', { otherwise: 10_000, most: 999_999 });
    const { MOST_NODES } = await import('@entente/testkit/demonstration/members');
    const count = readCount(values.nodes, 'nodes', { otherwise: 5, most: MOST_NODES });
    if (count === 0) throw new CommandError('--nodes takes 1 or more', EXIT.usage);
    const { runLoneNode } = await import('../demonstration/lone-node.ts');
    if (count === 1) return await runLoneNode(io, { travellers, json, directed: values.directed === true });
    const { runOrganisation } = await import('../demonstration/run-organisation.ts');
    return await runOrganisation(io, { count, travellers, json });
  },
};

function readCount(text: unknown, name: string, { otherwise, most }: { otherwise: number; most: number }): number {
  if (text === undefined) return otherwise;
  if (typeof text === 'string' && /^\d{1,6}$/.test(text) && Number(text) <= most) return Number(text);
  throw new CommandError(`--${name} takes a whole number, 0 to ${most}`, EXIT.usage);
}
