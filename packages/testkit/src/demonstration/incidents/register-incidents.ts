import { type IncidentAct, IncidentOrder, IncidentsView } from '@entente/contracts/access/incidents';
import { type Founding, isAtTheMachine, operatorAttribution } from '@entente/node/capabilities/access/index';
import { recordEvent } from '@entente/node/capabilities/audit/index';
import type { Clock } from '@entente/node/platform/clock';
import type { Database } from '@entente/node/platform/database/database';
import type { Http } from '@entente/node/platform/http/http';
import { PROBLEMS, Problem } from '@entente/node/platform/problem';
import type { FastifyRequest } from 'fastify';

/** What the routes work with. */
export interface IncidentParts {
  db: Database;
  clock: Clock;
  founding: Pick<Founding, 'demonstration'>;
  publicHost: string;
  port: number;
  /** Does it, through whoever runs the demonstration's nodes; throws with the reason where that fails. */
  perform(act: IncidentAct): Promise<IncidentsView>;
  look(): Promise<IncidentsView>;
}

const PATH = '/api/demonstration/incidents';

/**
 * Lets a newcomer set incidents off, in a browser on the machine itself under the exact address the node printed. The routes are
 * no part of a node: whoever runs a demonstration adds them to a node that was founded as one, and to no other.
 */
export function registerIncidents(http: Http, parts: IncidentParts): void {
  const { founding, perform, look } = parts;
  if (!founding.demonstration) throw new Error('A node that is no demonstration has no incidents to set off');
  http.get(
    PATH,
    {
      config: { gate: { open: 'what the demonstration is like now; on its own machine' } },
      schema: { response: { 200: IncidentsView } },
    },
    async (request) => {
      requireMachine(request, parts);
      return await inWords(look);
    },
  );
  http.post(
    PATH,
    {
      config: { gate: { open: 'sets off an incident of the demonstration; on its own machine' } },
      schema: { body: IncidentOrder, response: { 200: IncidentsView } },
    },
    async (request) => {
      requireMachine(request, parts);
      const { act } = request.body;
      const view = await inWords(() => perform(act));
      await record(parts, act);
      return view;
    },
  );
}

function requireMachine(request: FastifyRequest, { publicHost, port }: IncidentParts): void {
  if (!isAtTheMachine(request, publicHost, port)) throw new Problem(PROBLEMS['not-found']);
}

async function inWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (cause) {
    throw new Problem(UNDONE, { detail: (cause as Error).message, cause });
  }
}

const UNDONE = {
  code: 'incident-not-done',
  status: 503,
  title: 'The demonstration could not do that now',
  remedy: 'Try again in a moment.',
};

/** The tick of a step is read from the log; what was done to other nodes on purpose stands in it too. */
async function record({ db, clock }: IncidentParts, act: IncidentAct): Promise<void> {
  await db.transaction().execute((tx) =>
    recordEvent(tx, {
      ...operatorAttribution('demonstration'),
      at: clock.now(),
      event: 'access.demonstration-incident',
      outcome: 'done',
      facts: { act },
    }),
  );
}
