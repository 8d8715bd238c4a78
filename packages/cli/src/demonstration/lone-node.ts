import type { RunningNode } from '@entente/node';
import { castOf } from '@entente/testkit/demonstration/casts';
import { CLEAN_TRAVELLER_ZONE, NAME_HIT_ZONE } from '@entente/testkit/people/demonstration-people';
import type { Io } from '../command.ts';
import { runNode } from '../node-run.ts';
import { furnishIncidents } from './furnish-incidents.ts';
import { describeScans, describeSignIn } from './words.ts';

/**
 * Runs one demonstration node, as the ENTENTE_* variables describe it: alone, or `directed` by the process that started it among
 * those of an organisation it has joined.
 */
export async function runLoneNode(
  io: Io,
  { travellers, json, directed }: { travellers: number; json: boolean; directed: boolean },
): Promise<number> {
  const { startNode } = await import('@entente/node');
  const { foundDemonstrationNode } = await import('@entente/testkit/demonstration');
  const story = await import('@entente/testkit/demonstration/tell-story');
  const ended = new AbortController();
  let parts: Parameters<typeof story.enterDemonstrationAlerts>[0] | undefined;
  let passing: Promise<void> | undefined;
  return await runNode(
    io,
    (config, log) =>
      startNode(
        config,
        log,
        async (foundation) => {
          parts = { db: foundation.database.db, clock: foundation.clock, log };
          await foundDemonstrationNode(foundation);
        },
        directed ? furnishIncidents : undefined,
      ),
    async (node, config) => {
      const reach = { port: node.port, host: new URL(node.address).host };
      await story.enterDemonstrationAlerts(parts!, reach, { node: config, travellers });
      passing = story.passDemonstrationTravellers(parts!, reach, { count: travellers, signal: ended.signal });
      announce(node, config, json, io);
    },
    async () => {
      ended.abort();
      await passing;
    },
  );
}

function announce(
  { address }: RunningNode,
  { state, body }: { state: string; body?: string | undefined },
  json: boolean,
  io: Io,
): void {
  const officers = castOf({ state, body });
  if (json) {
    io.out(`${JSON.stringify({ address, officers, zones: [CLEAN_TRAVELLER_ZONE, NAME_HIT_ZONE] })}\n`);
    return;
  }
  io.out(`
Entente, demonstration node of ${body ?? state}: all persons invented

  ${address}

Sign in at one click as
${describeSignIn(officers)}

${describeScans()}
The guide at the side of the page leads on.

Ctrl-C stops the node; what was done is kept.
`);
}
