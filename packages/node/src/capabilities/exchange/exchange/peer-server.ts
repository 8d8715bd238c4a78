import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { RegisterHead } from '@entente/contracts/exchange/delivery';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { drainWhenStopping } from '../../../platform/http/draining.ts';
import type { Http } from '../../../platform/http/http.ts';
import { jsonBodyParser } from '../../../platform/http/json-body.ts';
import { answerProblems, refuseConnection } from '../../../platform/http/problem-answers.ts';
import { logAnswer } from '../../../platform/http/request-log.ts';
import { compileContract } from '../../../platform/http/validation.ts';
import { PROBLEMS, Problem } from '../../../platform/problem.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import type { ExchangeParts } from '../service/parts.ts';
import type { PeerLink } from '../service/peer-link.ts';
import type { Wakes } from '../service/wakes.ts';
import { refuseUntilTold, registerOpeningRoutes } from './opening-routes.ts';
import { registerPeerRoutes } from './peer-routes.ts';
import { peerTls, shownFingerprint } from './tls.ts';
import { registerWitnessRoutes } from './witness-routes.ts';

/** The server that other nodes speak to. */
export interface PeerServer {
  /** Takes the register as it stands now; connections made by an older one are ended. */
  renew(): void;
  /** Ends what only waits, lets the other requests end, and cuts what does not within ten seconds. */
  close(): Promise<void>;
}

export interface PeerServerOptions {
  wakes: Wakes;
  host: string;
  port: number;
  /** Told of each request of a peer. */
  onSeen(peer: string): void;
  /** Told of the head of a peer's register, where it says so. */
  onHead(peer: string, head: RegisterHead): void;
  /** The way to a peer, to read the hashes of its log. */
  linkTo(peer: string): PeerLink;
}

/** How long requests under way may take to end when the server closes. */
const DRAIN_MS = 10_000;

/** Listens for other nodes: mutual TLS, and nobody gets a word in whose certificate the register does not have. */
export async function startPeerServer(
  parts: ExchangeParts,
  { wakes, host, port, onSeen, onHead, linkTo }: PeerServerOptions,
): Promise<PeerServer> {
  const peers = new WeakMap<Socket, string>();
  const sockets = new Set<Socket>();
  const closing = new AbortController();
  let { options, nodes } = peerTls(parts);
  const server = createServer({
    ...options,
    requestCert: true,
    rejectUnauthorized: true,
    handshakeTimeout: 10_000,
    // Fastify sets these on servers of its own making alone; Node's five seconds would cut peers off between two rounds.
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    const fingerprint = shownFingerprint(socket);
    const node = fingerprint === undefined ? undefined : nodes.get(fingerprint);
    if (node === undefined) return void socket.destroy();
    peers.set(socket, node);
  });
  server.on('tlsClientError', () => parts.metrics.handshakesRefused.inc());
  const http = createPeerHttp(server, parts);
  http.addHook('onRequest', async (request) => {
    const peer = peerOf(request);
    onSeen(peer);
    await refuseUntilTold(parts, peer, request.url);
  });
  function peerOf(request: FastifyRequest): string {
    const node = peers.get(request.raw.socket);
    if (node === undefined) throw new Problem(EXCHANGE_PROBLEMS['unknown-peer']);
    return node;
  }
  registerPeerRoutes(http, { parts, wakes, peerOf, onHead, closing: closing.signal });
  registerOpeningRoutes(http, { parts, peerOf, onHead });
  registerWitnessRoutes(http, { parts, peerOf, linkTo, closing: closing.signal });
  await listen(http, host, port);
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    renew: () => {
      cutAll();
      nodes = new Map();
      ({ options, nodes } = peerTls(parts));
      server.setSecureContext(options);
    },
    close: async () => {
      closing.abort();
      const cutOff = setTimeout(cutAll, DRAIN_MS);
      await http.close();
      clearTimeout(cutOff);
    },
  };
}

function createPeerHttp(server: Server, { log, metrics }: ExchangeParts): Http {
  const http = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => crypto.randomUUID(),
    requestIdHeader: false,
    bodyLimit: 16 * 1024,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: refuseConnection,
    serverFactory: (handler) => server.on('request', handler),
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as Http;
  const parseJson = http.getDefaultJsonParser('error', 'error');
  http.removeContentTypeParser(['application/json', 'text/plain']);
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, jsonBodyParser(parseJson as never));
  http.setValidatorCompiler(compileContract as never);
  http.setSerializerCompiler(() => JSON.stringify);
  answerProblems(http as unknown as FastifyInstance);
  drainWhenStopping(http);
  http.setNotFoundHandler(() => {
    throw new Problem(PROBLEMS['not-found']);
  });
  http.addHook('onResponse', logAnswer);
  http.addHook('onError', async (_request, _reply, error) => {
    metrics.garbage.inc({ code: error instanceof Problem ? error.code : 'other' });
  });
  return http;
}

async function listen(http: Http, host: string, port: number): Promise<void> {
  try {
    await http.listen({ host, port });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new Error(
      `Port ${port} of ${host} is taken by another program. Stop that one, or set ENTENTE_PEER_PORT to the free port that the register names for this node.`,
      { cause },
    );
  }
}
