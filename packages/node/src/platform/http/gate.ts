import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * What stands before a route. `open` says why nobody need be signed in; `action` is what the policies
 * weigh, and `personal` whether the answer holds personal data, so that a purpose must be stated.
 */
export type Gate = { open: string } | { action: string; personal: boolean };

/**
 * Lets a request pass or throws a Problem. Runs for every route, open ones too, before the body is read:
 * it has headers, cookies and path parameters to judge by. Built by the access room, handed in by compose.
 */
export type Guard = (request: FastifyRequest, reply: FastifyReply, gate: Gate) => Promise<void>;

/** A route as registered, with what stands before it. */
export interface GatedRoute {
  method: string;
  url: string;
  gate: Gate;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, for those who hold the gates against the policies. */
    gatedRoutes: GatedRoute[];
  }
  interface FastifyContextConfig {
    /** Every route states its gate; registering one without throws. */
    gate?: Gate;
  }
  interface FastifyRequest {
    /** Who asks, and why; set by the guard and typed by the access room's `askingOf(request)`. */
    asking: unknown;
  }
}

/** Routes of libraries that cannot state a gate themselves, by the address they lie under. */
const LIBRARY_ROUTES: { under: string; gate: Gate }[] = [
  { under: '/api/docs', gate: { open: 'the contract of the interface is public' } },
  { under: '/assets/', gate: { open: 'the console is the same for everyone' } },
];

/** The gate a route states; throws when it states none. */
export function statedGate(url: string, gate: Gate | undefined): Gate {
  const stated = gate ?? LIBRARY_ROUTES.find((library) => isUnder(url, library.under))?.gate;
  if (!stated) {
    throw new Error(
      `The route ${url} states no gate. Give it config: { gate: { action, personal } }, or { open: 'why' } if nobody need be signed in.`,
    );
  }
  return stated;
}

function isUnder(url: string, folder: string): boolean {
  return url === folder || url.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
