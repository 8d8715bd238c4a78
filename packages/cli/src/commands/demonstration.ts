import type { RunningNode } from '@entente/node';
import { type Command, CommandError, EXIT, type Io } from '../command.ts';
import { runNode } from '../node-run.ts';

export const command: Command = {
  summary: 'Found a demonstration node, if there is none yet, and run it',
  usage: '[--travellers N]',
  details: `
Founds the node that the ENTENTE_* variables describe (by default Kazakhstan's, in .entente/KZ) as a demonstration:
invented officers who sign in at one click, a list and alerts of invented persons and objects. All persons are invented.
A founding that was interrupted is completed; a node that exists is found again. Then it runs like "entente serve".
Beside whoever works, N invented travellers (10000) pass one gate by themselves, once; --travellers 0 keeps it quiet.`,
  options: { travellers: { type: 'string' } },
  async run({ values, json }, io) {
    const count = readCount(values.travellers);
    const { startNode } = await import('@entente/node');
    const { foundDemonstrationNode } = await import('@entente/testkit/demonstration');
    const story = await import('@entente/testkit/demonstration/tell-story');
    const ended = new AbortController();
    let parts: Parameters<typeof story.enterDemonstrationAlerts>[0] | undefined;
    let passing: Promise<void> | undefined;
    const code = await runNode(
      io,
      (config, log) =>
        startNode(config, log, async (foundation) => {
          parts = { db: foundation.database.db, clock: foundation.clock, log };
          await foundDemonstrationNode(foundation);
        }),
      async (node, { state }) => {
        const reach = { port: node.port, host: new URL(node.address).host };
        await story.enterDemonstrationAlerts(parts!, reach, { travellers: count });
        passing = story.passDemonstrationTravellers(parts!, reach, { count, signal: ended.signal });
        await announce(node, state, json, io);
      },
      async () => {
        ended.abort();
        await passing;
      },
    );
    return code;
  },
};

function readCount(text: unknown): number {
  if (text === undefined) return 10_000;
  if (typeof text === 'string' && /^\d{1,6}$/.test(text)) return Number(text);
  throw new CommandError('--travellers takes a whole number, 0 to 999999', EXIT.usage);
}

async function announce({ address }: RunningNode, state: string, json: boolean, io: Io): Promise<void> {
  const { CLEAN_TRAVELLER_ZONE, NAME_HIT_ZONE } = await import('@entente/testkit/people/demonstration-people');
  const { WANTED_ZONE } = await import('@entente/testkit/demonstration/named-travellers');
  const { DEMONSTRATION_OFFICERS } = await import('@entente/testkit/officers');
  if (json) {
    io.out(
      `${JSON.stringify({ address, officers: DEMONSTRATION_OFFICERS, zones: [CLEAN_TRAVELLER_ZONE, NAME_HIT_ZONE] })}\n`,
    );
    return;
  }
  const width = Math.max(...DEMONSTRATION_OFFICERS.map(({ displayName }) => displayName.length));
  const officers = DEMONSTRATION_OFFICERS.map(
    ({ displayName, roles }) => `  ${displayName.padEnd(width)}  ${roles.join(', ')}`,
  );
  io.out(`
Entente, demonstration node of ${state}: all persons invented

  ${address}

Sign in at one click as
${officers.join('\n')}

Scan at the border desk (paste both lines)
  a traveller on no list:
${indent(CLEAN_TRAVELLER_ZONE)}
  a traveller who meets a listed person:
${indent(NAME_HIT_ZONE)}
  a man wanted for a bombing:
${indent(WANTED_ZONE)}
The guide at the side of the page leads on.

Ctrl-C stops the node; what was done is kept.
`);
}

function indent(zone: string): string {
  return zone
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
