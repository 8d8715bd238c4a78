import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { PROBLEMS, Problem } from '../problem.ts';
import { createAddresses } from './addresses.ts';
import { serveConsole } from './console-pages.ts';
import { serveDocumentation } from './documentation.ts';
import { provideEventStreams } from './event-stream.ts';
import { type Guard, statedGate } from './gate.ts';
import { hostCheck } from './host-check.ts';
import { jsonBodyParser } from './json-body.ts';
import { answerProblems, asProblem, refuseConnection, sendProblem } from './problem-answers.ts';
import { logAnswer } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { compileContract } from './validation.ts';

/** The node's HTTP server, whose routes take TypeBox contracts. */
export type Http = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export interface HttpParts {
  config: Config;
  log: Log;
  metrics: Metrics;
  guard: Guard;
  /** The built console; a plain page says how to build it when the folder is absent. */
  consoleFolder: string;
}

/** What a JSON body may weigh unless its route says otherwise (`bodyLimit`). */
const BODY_LIMIT = 64 * 1024;

/**
 * The HTTP server with everything that is the same for each route: gates, contracts, problems, limits, headers,
 * log, metrics, documentation, console. Routes are registered afterwards, each with `config: { gate }`.
 */
export async function createHttp(parts: HttpParts): Promise<Http> {
  const { config, log, metrics, guard } = parts;
  const setHeaders = securityHeaders(config);
  const http: Http = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => crypto.randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustedProxies ?? false,
    bodyLimit: BODY_LIMIT,
    // A list of a hundred megabytes may come in over a slow line; headers may not.
    requestTimeout: 10 * 60_000,
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 15_000 },
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseConnection,
    // An address that cannot be decoded reaches no hook.
    frameworkErrors: (error, request, reply) => {
      setHeaders(request, reply);
      sendProblem(request, reply, asProblem(error));
    },
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();

  const addresses = createAddresses();
  http.setValidatorCompiler(compileContract as never);
  http.setSerializerCompiler(() => JSON.stringify);
  http.removeContentTypeParser(['application/json', 'text/plain']);
  http.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    jsonBodyParser(http.getDefaultJsonParser('error', 'error') as never),
  );
  http.decorateRequest('asking', null);
  provideEventStreams(http as unknown as FastifyInstance);
  answerProblems(http as unknown as FastifyInstance);

  http.addHook('onRoute', (route) => {
    route.config = { ...route.config, gate: statedGate(route.url, route.config?.gate) };
    addresses.add(route.method, route.url);
  });
  http.addHook('onRequest', async (request, reply) => setHeaders(request, reply));
  http.addHook('onRequest', hostCheck(config));
  http.addHook('onResponse', logAnswer);
  http.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
    metrics.httpDuration.observe(labels, reply.elapsedTime / 1000);
  });
  await http.register(cookie);
  await http.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => new Problem(PROBLEMS['too-many-requests']),
  });
  http.addHook('onRequest', async (request, reply) => {
    const { gate } = request.routeOptions.config;
    if (gate) await guard(request, reply, gate);
  });
  await serveDocumentation(http);
  await serveConsole(http, parts.consoleFolder, addresses);
  return http;
}
