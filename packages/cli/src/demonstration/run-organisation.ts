import { join } from 'node:path';
import { readConfig } from '@entente/node';
import { PROJECT } from '@entente/node/platform/config';
import { EXIT, type Io } from '../command.ts';
import { stopAsked } from '../node-run.ts';
import { type RunningOrganisation, startOrganisation } from './organisation.ts';
import { describeScans, describeSignIn } from './words.ts';

/** Runs the demonstration organisation until Ctrl-C or SIGTERM. */
export async function runOrganisation(
  io: Io,
  { count, travellers, json }: { count: number; travellers: number; json: boolean },
): Promise<number> {
  const { port } = readConfig(io.env);
  const folder = io.env.ENTENTE_DATA_DIR ?? join(PROJECT, '.entente', 'demonstration');
  const asked = stopAsked(io);
  const organisation = await startOrganisation(io, { folder, count, port, travellers });
  try {
    announce(organisation, json, io);
    await asked;
    return EXIT.ok;
  } finally {
    await organisation.stop();
  }
}

function announce({ members }: RunningOrganisation, json: boolean, io: Io): void {
  if (json) {
    const nodes = members.map(({ member, pid, address, officers }) => ({ id: member.id, pid, address, officers }));
    io.out(`${JSON.stringify({ nodes })}\n`);
    return;
  }
  const width = Math.max(...members.map(({ address }) => address.length));
  const nodes = members.map(({ member, address }) => `  ${address.padEnd(width)}  ${member.body ?? member.state}`);
  const [first] = members;
  io.out(`
Entente, a demonstration organisation of ${members.length} nodes: all persons invented

${nodes.join('\n')}

Begin at ${first!.address}, at one click as
${describeSignIn(first!.officers)}

${describeScans()}
The guide at the side of the page leads on. Every node has its own officers, database and keys.

Ctrl-C stops them all; what was done is kept.
`);
}
