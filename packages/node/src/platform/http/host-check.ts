import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { PROBLEMS, Problem } from '../problem.ts';
import { PROBES } from './probes.ts';

/** Names of this machine that no one else's name server can hand out. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests under a foreign host name: a page of `attacker.example` whose name is made to point at
 * this machine (DNS rebinding) would otherwise be of the same origin as the node.
 */
export function hostCheck(config: Config): (request: FastifyRequest) => Promise<void> {
  const known = new Set([config.publicHost, ...LOOPBACK]);
  return async (request) => {
    // Probes address the node by whatever they know it by; their answers tell nothing.
    if (known.has(request.hostname.toLowerCase()) || PROBES.includes(request.routeOptions.url ?? '')) return;
    throw new Problem(PROBLEMS['wrong-host']);
  };
}
