import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBES } from './probes.ts';

/**
 * One line per answer. The route's pattern stands for the address: paths and query strings may name a person,
 * and bodies always may. Who is told when to come again is no trouble.
 */
export async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const line = {
    method: request.method,
    route: request.routeOptions.url ?? null,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
  };
  if (PROBES.includes(line.route ?? '')) request.log.debug(line, 'answered');
  else if (reply.statusCode === 503 && !reply.hasHeader('retry-after')) request.log.warn(line, 'answered');
  else if (reply.statusCode >= 500 && reply.statusCode !== 503) request.log.error(line, 'answered');
  else request.log.info(line, 'answered');
}
