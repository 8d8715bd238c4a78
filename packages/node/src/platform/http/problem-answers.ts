import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/failures.ts';
import { PROBLEMS, Problem, problemDocument } from '../problem.ts';
import type { Addresses } from './addresses.ts';

/** Makes every failure of a request an `application/problem+json` (RFC 9457). */
export function answerProblems(http: FastifyInstance): void {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error);
    // Away and stopping are states, said once where they begin; every other failure is told with its cause.
    if (problem.status >= 500 && problem.status !== 503) request.log.error({ err: error }, problem.title);
    return sendProblem(request, reply, problem);
  });
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problemDocument(problem, request.id));
}

/** Nothing at the address, or nothing that takes the method. */
export function unanswered(request: FastifyRequest, addresses: Addresses): Problem {
  const methods = addresses.methodsOf(request.url.split('?', 1)[0]!);
  // A route that takes the method and found nothing, as the one of files does, has nothing there.
  if (methods.length === 0 || methods.includes(request.method)) return new Problem(PROBLEMS['not-found']);
  return new Problem(PROBLEMS['method-not-allowed'], { headers: { allow: methods.join(', ') } });
}

/** Answers what never became a request: bytes that are no HTTP, headers too large or too slow. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const kind =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? PROBLEMS['headers-too-large']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? PROBLEMS['request-timeout']
        : PROBLEMS['malformed-request'];
  const body = JSON.stringify(problemDocument(new Problem(kind)));
  socket.end(
    `HTTP/1.1 ${kind.status} ${STATUS_CODES[kind.status]}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

const BY_STATUS: Record<number, (typeof PROBLEMS)[keyof typeof PROBLEMS]> = {
  400: PROBLEMS['malformed-body'],
  404: PROBLEMS['not-found'],
  408: PROBLEMS['request-timeout'],
  413: PROBLEMS['too-large'],
  414: PROBLEMS['malformed-request'],
  415: PROBLEMS['unsupported-media-type'],
  429: PROBLEMS['too-many-requests'],
};

/** What went wrong, in the catalogue's terms; whatever it does not know is the node's own failure. */
export function asProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseAway(error)) {
    return new Problem(PROBLEMS['database-away'], { cause: error, headers: { 'retry-after': '2' } });
  }
  if (error.code === 'FST_ERR_BAD_URL') return new Problem(PROBLEMS['malformed-request'], { cause: error });
  // Only Fastify's own errors and its plugins' carry a status that is meant for the caller.
  const kind = error.code?.startsWith('FST_') ? BY_STATUS[error.statusCode ?? 500] : undefined;
  return new Problem(kind ?? PROBLEMS['internal-error'], { cause: error });
}
