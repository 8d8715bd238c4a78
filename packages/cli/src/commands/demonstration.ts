import type { RunningNode } from '@entente/node';
import type { Command, Io } from '../command.ts';
import { runNode } from '../node-run.ts';

export const command: Command = {
  summary: 'Found a demonstration node, if there is none yet, and run it',
  usage: '',
  details: `
Founds the node that the ENTENTE_* variables describe (by default Kazakhstan's, in .entente/KZ) as a demonstration:
invented officers who sign in at one click, and a list of invented persons. All persons are invented. A founding that
was interrupted is completed; a node that exists is found again. Then it runs like "entente serve".`,
  options: {},
  async run({ json }, io) {
    const { startNode } = await import('@entente/node');
    const { foundDemonstrationNode } = await import('@entente/testkit/demonstration');
    return await runNode(
      io,
      (config, log) => startNode(config, log, (foundation) => foundDemonstrationNode(foundation)),
      (node, { state }) => announce(node, state, json, io),
    );
  },
};

async function announce({ address }: RunningNode, state: string, json: boolean, io: Io): Promise<void> {
  const { CLEAN_TRAVELLER_ZONE, NAME_HIT_ZONE } = await import('@entente/testkit/people/demonstration-people');
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

Ctrl-C stops the node; what was done is kept.
`);
}

function indent(zone: string): string {
  return zone
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
