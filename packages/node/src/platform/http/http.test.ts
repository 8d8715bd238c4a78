import { Type } from 'typebox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { defineProblems, Problem } from '../problem.ts';
import type { Gate } from './gate.ts';
import { createHttp, type Http } from './http.ts';

const open = { gate: { open: 'a test' } };
const ECHO = Type.Object({
  name: Type.String({ maxLength: 10 }),
  born: Type.Optional(Type.Object({ year: Type.Integer() })),
});

const ALTERNATIVES = Type.Union([
  Type.Object({ by: Type.Literal('name'), name: Type.String() }),
  Type.Object({ by: Type.Literal('document'), number: Type.String() }),
]);
const CHOICE = { method: 'POST' as const, url: '/api/choice', headers: { 'content-type': 'application/json' } };

let http: Http;
let lines: string[];
let guarded: Gate[];

beforeEach(async () => {
  lines = [];
  guarded = [];
  http = await createHttp({
    config: readConfig({}),
    log: createLog('info', (line) => lines.push(line)),
    metrics: createMetrics(),
    guard: async (_request, _reply, gate) => void guarded.push(gate),
    consoleFolder: '/nowhere',
  });
  http.post('/api/echo', { config: open, schema: { body: ECHO } }, async (request) => request.body);
  http.get(
    '/api/lists/:id',
    { config: open, schema: { querystring: Type.Object({ limit: Type.Integer() }) } },
    async (request) => ({
      limit: request.query.limit,
    }),
  );
  http.post('/api/choice', { config: open, schema: { body: ALTERNATIVES } }, async () => ({}));
  http.get('/api/broken', { config: open }, async () => {
    throw new Error('Aigerim Bekova is in this message');
  });
  http.get('/api/guarded', { config: { gate: { action: 'test.read', personal: true } } }, async () => ({}));
  http.get('/api/limited', { config: { ...open, rateLimit: { max: 1, timeWindow: 60_000 } } }, async () => ({}));
});
afterEach(() => http.close());

function ask(options: {
  url: string;
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  payload?: string | Buffer;
}) {
  return http.inject({ ...options, headers: { host: 'kz.localhost:8700', ...options.headers } });
}

function post(payload: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  return ask({ method: 'POST', url: '/api/echo', headers, payload });
}

describe('a route', () => {
  test('cannot be registered without a gate', () => {
    expect(() => http.get('/api/forgotten', async () => ({}))).toThrow('states no gate');
  });

  test('is passed by the guard with the gate it states', async () => {
    await ask({ url: '/api/guarded' });
    expect(guarded).toEqual([{ action: 'test.read', personal: true }]);
  });

  test('takes numbers from the query string as its contract says', async () => {
    expect((await ask({ url: '/api/lists/un-sc?limit=5' })).json()).toEqual({ limit: 5 });
  });
});

describe('a request that is refused', () => {
  const refusals: [string, () => ReturnType<typeof ask>, number, string][] = [
    ['for want of a page', () => ask({ url: '/api/nothing' }), 404, 'not-found'],
    ['for its method', () => ask({ method: 'PUT', url: '/api/lists/un-sc' }), 405, 'method-not-allowed'],
    ['for its size', () => post(JSON.stringify({ name: 'x'.repeat(70_000) })), 413, 'too-large'],
    ['for its media type', () => post('<a/>', { 'content-type': 'application/xml' }), 415, 'unsupported-media-type'],
    ['for text that is no JSON', () => post('{"name":'), 400, 'malformed-body'],
    ['for bytes that are no UTF-8', () => post(Buffer.from([0x22, 0xff, 0x22])), 400, 'malformed-body'],
    ['for nesting without end', () => post('['.repeat(20_000)), 400, 'malformed-body'],
    ['for a poisoned prototype', () => post('{"name":"a","__proto__":{"x":1}}'), 400, 'malformed-body'],
    [
      'for a foreign host name',
      () => ask({ url: '/api/guarded', headers: { host: 'attacker.example' } }),
      421,
      'wrong-host',
    ],
    ['for a broken address', () => ask({ url: '/api/lists/%E0%A4%A' }), 400, 'malformed-request'],
    ['by a failure of the node', () => ask({ url: '/api/broken' }), 500, 'internal-error'],
  ];

  test.each(refusals)('%s is answered as a problem', async (_why, send, status, code) => {
    const answer = await send();
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ type: `urn:entente:problem:${code}`, status, code });
  });

  test('for its fields is told which, and why, without their values', async () => {
    const answer = await post(
      JSON.stringify({ name: 'Aigerim Bekova', born: { year: 'x', 'day/month': 1 }, sex: 'f' }),
    );
    expect(answer.json().errors).toEqual([
      { pointer: '#/body/name', reason: 'must not have more than 10 characters' },
      { pointer: '#/body/born/year', reason: 'must be integer' },
    ]);
    expect(answer.body).not.toContain('Aigerim');
  });

  test('for a missing field is told its pointer', async () => {
    expect((await post('{}')).json().errors).toEqual([{ pointer: '#/body/name', reason: 'is missing' }]);
  });

  test('for a field the contract does not name is told so, since ignoring it could hide a mistyped birth date', async () => {
    const answer = await post(JSON.stringify({ name: 'a', born: { year: 1970, 'day/month': 1 } }));
    expect(answer.json().errors).toEqual([
      { pointer: '#/body/born/day~1month', reason: 'is not a field of the contract' },
    ]);
  });

  test('for one of several alternatives is told what is wrong with the one it means', async () => {
    const answer = await ask({ ...CHOICE, payload: JSON.stringify({ by: 'document', number: 7 }) });
    expect(answer.json().errors).toEqual([{ pointer: '#/body/number', reason: 'must be string' }]);
  });

  test('for meaning none of several alternatives is told which there are', async () => {
    const answer = await ask({ ...CHOICE, payload: JSON.stringify({ number: 'N1' }) });
    expect(answer.json().errors).toEqual([{ pointer: '#/body/by', reason: 'must be one of name, document' }]);
  });

  test('for coming too often is told when to come again', async () => {
    await ask({ url: '/api/limited' });
    const answer = await ask({ url: '/api/limited' });
    expect(answer.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(answer.headers['retry-after']).toBe('60');
  });

  test('by its method is told which methods there are', async () => {
    expect((await ask({ method: 'PUT', url: '/api/lists/un-sc' })).headers.allow).toBe('GET, HEAD');
  });

  test("by a room keeps the room's code and headers", async () => {
    const ROOM = defineProblems({
      'list-silent': { status: 409, title: 'The list is silent', remedy: 'State its basis.' },
    });
    http.get('/api/silent', { config: open }, async () => {
      throw new Problem(ROOM['list-silent'], { detail: 'The US list has no basis.', headers: { 'x-list': 'us' } });
    });
    const answer = await ask({ url: '/api/silent' });
    expect(answer.json()).toMatchObject({ code: 'list-silent', status: 409, detail: 'The US list has no basis.' });
    expect(answer.headers['x-list']).toBe('us');
  });
});

describe('every answer', () => {
  test('carries the security headers and the id of its request', async () => {
    const { headers } = await ask({ url: '/api/nothing' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'entente-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  });

  test('is logged by its route, without query string, body or path', async () => {
    await ask({ url: '/api/lists/Bekova?limit=5' });
    await post(JSON.stringify({ name: 'Bekova' }));
    expect(lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')).toMatchObject([
      { route: '/api/lists/:id', status: 200, method: 'GET' },
      { route: '/api/echo', status: 200, method: 'POST' },
    ]);
    expect(lines.join()).not.toContain('Bekova');
  });
});

describe('pages', () => {
  test('a link into the console gets the page, or one that says it is not built', async () => {
    const answer = await ask({ url: '/desk?from=mail' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('The console is not built');
  });

  test('the interface describes itself', async () => {
    const document = (await ask({ url: '/api/docs/json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/guarded'].get.description).toContain('Needs `test.read`, and a stated purpose.');
    const refusal = document.paths['/api/guarded'].get.responses.default.content['application/problem+json'];
    expect(refusal.schema.required).toContain('code');
    expect((await ask({ url: '/api/docs' })).statusCode).toBe(200);
  });
});
