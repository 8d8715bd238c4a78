import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { CSRF_HEADER, PURPOSE_HEADERS, type SessionView } from '@entente/contracts/access';
import { now, type Span } from '../profile/shares.ts';
import { type Figures, figuresOf } from './figures.ts';
import { inventQueries } from './queries.ts';

/** Officers who ask at the same time. */
const DESKS = 4;
const PURPOSE = 'border-check';

interface Answer {
  status: number;
  cookie: string;
  text: string;
}

type Ask = (method: 'GET' | 'POST', path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;

/**
 * Checks over HTTP on a demonstration node in a process of its own: sign-in, policy, index, answer and audit record in one
 * durable transaction, all that a desk waits for. `perSecond` is what the desks got together, `span` when they asked. `environment`: what
 * the node's process is told besides.
 */
export async function measureDesk(
  queries: number,
  environment: Record<string, string> = {},
): Promise<Figures & { span: Span }> {
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
    return await askAtDesks(ask, await signIn(ask), queries);
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
): Promise<Figures & { span: Span }> {
  const waiting = inventQueries(queries + 100, 100, 20_180_610).flatMap(({ query: { names, documents } }) => {
    const text = names[0] ?? documents?.[0]?.number;
    return text ? [{ by: 'text', text }] : [];
  });
  const check = async (body: object) => {
    const start = performance.now();
    const { status, text } = await ask('POST', '/api/screening/checks', body, headers);
    if (status !== 200) throw new Error(`A check was answered ${status}: ${text}`);
    return performance.now() - start;
  };
  for (const body of waiting.splice(0, 100)) await check(body);
  const durations: number[] = [];
  const began = now();
  const desk = async () => {
    for (let body = waiting.pop(); body; body = waiting.pop()) durations.push(await check(body));
  };
  await Promise.all(Array.from({ length: DESKS }, desk));
  const span: Span = [began, now()];
  const perSecond = Math.round((durations.length / (span[1] - began)) * 1_000_000);
  return { ...figuresOf(durations), perSecond, span };
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
  const agent = new Agent({ keepAlive: true, maxSockets: DESKS });
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
