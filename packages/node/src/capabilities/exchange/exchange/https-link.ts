import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { ActsAnswer } from '@entente/contracts/exchange/acts';
import { DELIVERY_LIMITS, DeliveryAnswer } from '@entente/contracts/exchange/delivery';
import { RECEIPTS_LIMITS, ReceiptsAnswer } from '@entente/contracts/exchange/receipts';
import { Compile } from 'typebox/compile';
import { KeyNotHeld } from '../../membership/index.ts';
import { type ExchangeParts, standingOf } from '../service/parts.ts';
import { LinkError, type PeerLink, type PlainCall } from '../service/peer-link.ts';
import { fingerprintOf, peerTls } from './tls.ts';

/** The most bytes of an answer of each kind; a peer that sends more is not listened to. */
const MOST = {
  delivery: DELIVERY_LIMITS.envelopes * 5000,
  receipts: RECEIPTS_LIMITS.receipts * 5000,
  acts: 9_000_000,
  problem: 64 * 1024,
};
/** How long a peer may take over an answer. */
const PATIENCE_MS = 60_000;

const ANSWERS = {
  delivery: Compile(DeliveryAnswer),
  receipts: Compile(ReceiptsAnswer),
  acts: Compile(ActsAnswer),
};
type Kind = keyof typeof ANSWERS;
interface AnswerOf {
  delivery: DeliveryAnswer;
  receipts: ReceiptsAnswer;
  acts: ActsAnswer;
}

interface Call {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
  type?: string;
  signal: AbortSignal;
}

/** The way to a peer over HTTPS, with its certificate pinned and this node's shown. */
export function httpsLink(parts: Pick<ExchangeParts, 'clock' | 'membership'>, peer: string): PeerLink {
  let agent: Agent | undefined;

  const send = async ({ method, path, body, type = 'application/json', signal }: Call): Promise<IncomingMessage> => {
    const address = standingOf(parts).register.nodes.get(peer)?.record.address;
    if (address === undefined) throw new LinkError('unreachable');
    const [host, port] = [address.slice(0, address.lastIndexOf(':')), address.slice(address.lastIndexOf(':') + 1)];
    agent ??= openAgent(parts, peer);
    const headers = {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
    };
    const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const options = { agent, host, port, method, path, headers, signal: within };
    const sent = request(options);
    try {
      return await answerTo(sent, body);
    } catch (error) {
      // A connection that lay idle may have been closed at the other end just then. Whatever nodes ask each other may be asked twice.
      if (!sent.reusedSocket || !isCut(error) || within.aborted) throw error;
      return await answerTo(request(options), body);
    }
  };

  const call = async <Of extends Kind>(kind: Of, asked: Call): Promise<AnswerOf[Of]> => {
    const answered = await send(asked);
    if (answered.statusCode !== 200) throw await readProblem(answered);
    return readAnswer(kind, (await readBody(answered, MOST[kind])).toString('utf8'));
  };

  const ask = async ({ method, path, text, most }: PlainCall, signal: AbortSignal) => {
    const answered = await send({
      method,
      path,
      ...(text !== undefined && { body: text, type: 'text/plain' }),
      signal,
    });
    const type = answered.headers['content-type'] ?? '';
    return { status: answered.statusCode ?? 0, type, bytes: await readBody(answered, most) };
  };

  return {
    deliver: (delivery, signal) =>
      call('delivery', { method: 'POST', path: '/peer/envelopes', body: JSON.stringify(delivery), signal }),
    readReceipts: ({ after, waitSeconds }, signal) =>
      call('receipts', { method: 'GET', path: `/peer/receipts?after=${after}&waitSeconds=${waitSeconds}`, signal }),
    readActs: ({ after }, signal) => call('acts', { method: 'GET', path: `/peer/acts?after=${after}`, signal }),
    ask,
    reset: () => {
      agent?.destroy();
      agent = undefined;
    },
  };
}

function openAgent(parts: Pick<ExchangeParts, 'clock' | 'membership'>, peer: string): Agent {
  try {
    const { options, nodes } = peerTls(parts, peer);
    return new Agent({
      ...options,
      rejectUnauthorized: true,
      // The name in the certificate says nothing; the certificate itself is pinned.
      checkServerIdentity: (_host, { raw }) =>
        nodes.get(fingerprintOf(raw)) === peer ? undefined : new WrongCertificate('a certificate of another node'),
      maxCachedSessions: 0,
      keepAlive: true,
      maxSockets: 4,
    });
  } catch (cause) {
    if (cause instanceof KeyNotHeld) throw new LinkError('no-own-certificate', { cause });
    throw cause;
  }
}

class WrongCertificate extends Error {
  readonly code = 'ENTENTE_WRONG_CERTIFICATE';
}

function answerTo(sent: ClientRequest, body: string | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve);
    sent.on('error', (cause) => reject(toLinkError(cause)));
    sent.end(body);
  });
}

function isCut(error: unknown): boolean {
  const { code } = (error as LinkError).cause as { code?: string };
  return code === 'ECONNRESET' || code === 'EPIPE';
}

const OF_CERTIFICATES = /CERT|_TLS_|_SSL_/;

function toLinkError(cause: Error & { code?: string }): LinkError {
  if (cause.name === 'TimeoutError' || (cause.cause as Error | undefined)?.name === 'TimeoutError') {
    return new LinkError('too-slow', { cause });
  }
  return new LinkError(OF_CERTIFICATES.test(cause.code ?? '') ? 'wrong-certificate' : 'unreachable', { cause });
}

async function readBody(answer: IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > most) throw new LinkError('wrong-answer');
      pieces.push(piece);
    }
  } catch (cause) {
    answer.destroy();
    throw cause instanceof LinkError ? cause : toLinkError(cause as Error);
  }
  return Buffer.concat(pieces);
}

function readAnswer<Of extends Kind>(kind: Of, text: string): AnswerOf[Of] {
  const answer = parse(text);
  if (!ANSWERS[kind].Check(answer)) throw new LinkError('wrong-answer');
  return answer as AnswerOf[Of];
}

async function readProblem(answer: IncomingMessage): Promise<LinkError> {
  const { code } = (parse((await readBody(answer, MOST.problem)).toString('utf8')) ?? {}) as { code?: unknown };
  if (typeof code !== 'string' || !/^[a-z-]{1,60}$/.test(code)) return new LinkError('wrong-answer');
  return new LinkError('refused', { problem: code });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LinkError('wrong-answer');
  }
}
