import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { PROBLEMS, Problem } from '../problem.ts';
import { createAddresses } from './addresses.ts';
import { serveConsole } from './console-pages.ts';
import { serveDocumentation } from './documentation.ts';
import { drainWhenStopping } from './draining.ts';
import { provideEventStreams } from './event-stream.ts';
import { type Guard, statedGate } from './gate.ts';
import { hostCheck } from './host-check.ts';
import type { Http } from './instance.ts';
import { jsonBodyParser } from './json-body.ts';
import { answerProblems, asProblem, refuseConnection, sendProblem } from './problem-answers.ts';
import { logAnswer } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { compileContract } from './validation.ts';

export type { Http } from './instance.ts';

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
  const http = createServer(parts);
  const addresses = createAddresses();
  readBodies(http);
  provideEventStreams(http as unknown as FastifyInstance);
  answerProblems(http as unknown as FastifyInstance);
  http.addHook('onRoute', (route) => {
    const gate = statedGate(route.url, route.config?.gate);
    route.config = { ...route.config, gate };
    for (const method of [route.method].flat()) http.gatedRoutes.push({ method, url: route.url, gate });
    addresses.add(route.method, route.url);
  });
  observe(http, parts.metrics);
  drainWhenStopping(http);
  http.addHook('onRequest', hostCheck(parts.config));
  await http.register(cookie);
  await http.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => new Problem(PROBLEMS['too-many-requests']),
  });
  guardRoutes(http, parts.guard);
  await serveDocumentation(http);
  await serveConsole(http, parts.consoleFolder, addresses);
  return http;
}

function createServer({ config, log }: HttpParts): Http {
  const setHeaders = securityHeaders(config);
  const http = Fastify({
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
    // Said in the catalogue's terms by drainWhenStopping.
    return503OnClosing: false,
    clientErrorHandler: refuseConnection,
    // An address that cannot be decoded reaches no hook.
    frameworkErrors: (error, request, reply) => {
      setHeaders(request, reply);
      sendProblem(request, reply, asProblem(error));
    },
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  http.addHook('onRequest', async (request, reply) => setHeaders(request, reply));
  return http;
}

function readBodies(http: Http): void {
  const parseJson = http.getDefaultJsonParser('error', 'error');
  http.removeContentTypeParser(['application/json', 'text/plain']);
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, jsonBodyParser(parseJson as never));
  http.setValidatorCompiler(compileContract as never);
  // Contracts describe answers for the documentation; what a handler returns is sent as it is.
  http.setSerializerCompiler(() => JSON.stringify);
}

function observe(http: Http, metrics: Metrics): void {
  http.addHook('onResponse', logAnswer);
  http.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
    metrics.httpDuration.observe(labels, reply.elapsedTime / 1000);
  });
}

function guardRoutes(http: Http, guard: Guard): void {
  http.decorateRequest('asking', null);
  http.decorate('gatedRoutes', []);
  http.addHook('onRequest', async (request, reply) => {
    const { gate } = request.routeOptions.config;
    if (gate) await guard(request, reply, gate);
  });
}
