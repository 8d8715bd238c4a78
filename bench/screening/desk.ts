import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { CSRF_HEADER, PURPOSE_HEADERS, type SessionView } from '@entente/contracts/access';
import { now, type Span } from '../profile/shares.ts';
import { type Figures, figuresOf } from './figures.ts';
import { inventQueries } from './queries.ts';

/** Officers who ask at the same time. */
const DESKS = 4;
/** Connections at most: as many as checks come in beside each other at a border. */
const CONNECTIONS = 64;
/** Checks before anything is measured. */
const WARM = 100;
const PURPOSE = 'border-check';

interface Answer {
  status: number;
  cookie: string;
  text: string;
}

type Ask = (method: 'GET' | 'POST', path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;

/** What desks got. */
export interface DeskFigures extends Figures {
  /** When they asked. */
  span: Span;
  /** Of checks that came in so many a second, whether or not those before were answered: how long one took from its moment on. */
  inTime: { perSecond: number; p50: number; p99: number }[];
}

/** So long checks come in at one rate. */
const SECONDS_IN_TIME = 4;

/**
 * Checks over HTTP on a demonstration node in a process of its own: sign-in, policy, index, answer and audit record in one
 * durable transaction, all that a desk waits for. `perSecond` is what four desks got together that ask one check after the other; `rates`:
 * how many come in a second after that. `environment`: what the node's process is told besides.
 */
export async function measureDesk(
  queries: number,
  { rates = [], environment = {} }: { rates?: readonly number[]; environment?: Record<string, string> } = {},
): Promise<DeskFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const node = spawn(
    process.execPath,
    [
      new URL('../../packages/cli/src/entente.ts', import.meta.url).pathname,
      'demonstration',
      '--nodes',
      '1',
      '--travellers',
      '0',
      '--json',
    ],
    {
      env: { ...process.env, ...environment, ENTENTE_DATA_DIR: folder, ENTENTE_PORT: '0', ENTENTE_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(node, 'exit');
  try {
    const [line] = (await once(createInterface(node.stdout), 'line')) as [string];
    const ask = client(new URL((JSON.parse(line) as { address: string }).address));
    return await askAtDesks(ask, await signIn(ask), queries, rates);
  } finally {
    node.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function askAtDesks(
  ask: Ask,
  headers: Record<string, string>,
  queries: number,
  rates: readonly number[],
): Promise<DeskFigures> {
  const inTime = rates.map((rate) => rate * SECONDS_IN_TIME);
  const count = inTime.reduce((sum, one) => sum + one, queries + WARM);
  const waiting = inventQueries(count, 100, 20_180_610).flatMap(({ query: { names, documents } }) => {
    const text = names[0] ?? documents?.[0]?.number;
    return text ? [{ by: 'text', text }] : [];
  });
  const check = async (body: object) => {
    const start = performance.now();
    const { status, text } = await ask('POST', '/api/screening/checks', body, headers);
    if (status !== 200) throw new Error(`A check was answered ${status}: ${text}`);
    return performance.now() - start;
  };
  for (const body of waiting.splice(0, WARM)) await check(body);
  const asked = waiting.splice(0, queries);
  const durations: number[] = [];
  const began = now();
  const desk = async () => {
    for (let body = asked.pop(); body; body = asked.pop()) durations.push(await check(body));
  };
  await Promise.all(Array.from({ length: DESKS }, desk));
  const span: Span = [began, now()];
  const perSecond = Math.round((durations.length / (span[1] - began)) * 1_000_000);
  const figures: DeskFigures = { ...figuresOf(durations), perSecond, span, inTime: [] };
  for (const rate of rates) {
    const { p50, p99 } = figuresOf(await askInTime(check, waiting.splice(0, rate * SECONDS_IN_TIME), rate));
    figures.inTime.push({ perSecond: rate, p50, p99 });
  }
  return figures;
}

/** Checks that come in at their time, however long those before take; of each how long it took from then on. */
async function askInTime(
  check: (body: object) => Promise<number>,
  bodies: readonly object[],
  perSecond: number,
): Promise<number[]> {
  const began = performance.now();
  return await Promise.all(
    bodies.map(async (body, at) => {
      const due = began + (at * 1000) / perSecond;
      await pause(Math.max(0, due - performance.now()));
      await check(body);
      return performance.now() - due;
    }),
  );
}

/** Signs a border officer in and returns the headers of a check. */
async function signIn(ask: Ask): Promise<Record<string, string>> {
  const visitor = JSON.parse((await ask('GET', '/api/session')).text) as SessionView;
  const officer = visitor.offers.find(({ roles }) => roles.includes('border-officer'));
  const answer = await ask('POST', '/api/session/demonstration', { officerId: officer?.officerId });
  const session = JSON.parse(answer.text) as SessionView;
  const purpose = session.purposes.find(({ id }) => id === PURPOSE);
  return {
    cookie: answer.cookie,
    [CSRF_HEADER]: session.csrf ?? '',
    [PURPOSE_HEADERS.purpose]: PURPOSE,
    [PURPOSE_HEADERS.legalBasis]: purpose?.legalBases[0]?.id ?? '',
  };
}

/** Asks on kept connections; the name in the address stands for this machine, whatever its resolver says. */
function client(address: URL): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  return async (method, path, body, headers = {}) => {
    const asked = request({
      agent,
      host: '127.0.0.1',
      port: address.port,
      method,
      path,
      headers: { host: address.host, ...(body && { 'content-type': 'application/json' }), ...headers },
    });
    asked.end(body && JSON.stringify(body));
    const [response] = await once(asked, 'response');
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    const cookie = String(response.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    return { status: response.statusCode ?? 0, cookie, text };
  };
}
