import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { registerHealth } from './health.ts';
import { createHttp, type Http } from './http.ts';

let http: Http;
let indexLoaded: boolean;
let database: () => Promise<boolean>;

beforeEach(async () => {
  const metrics = createMetrics();
  indexLoaded = true;
  database = async () => true;
  http = await createHttp({
    config: readConfig({}),
    log: createLog('silent'),
    metrics,
    guard: async () => {},
    consoleFolder: '/nowhere',
  });
  registerHealth(http, metrics, [
    { name: 'database', isMet: () => database() },
    { name: 'index', isMet: () => indexLoaded },
  ]);
});
afterEach(() => http.close());

/** As a balancer asks, by an address of its own making. */
function probe(url: string, headers: Record<string, string> = {}) {
  return http.inject({ url, headers: { host: '10.0.0.7:8700', ...headers } });
}

test('a node is ready when everything it needs is there', async () => {
  const answer = await probe('/readyz');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ ready: true, conditions: { database: true, index: true } });
});

test('a node whose index is still loading is alive, but not ready, and says what is missing', async () => {
  indexLoaded = false;
  expect((await probe('/healthz')).statusCode).toBe(200);
  const answer = await probe('/readyz');
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ ready: false, conditions: { database: true, index: false } });
});

test('a database that fails, or does not answer, makes the node unready, not the probe', async () => {
  database = async () => {
    throw new Error('connect ECONNREFUSED');
  };
  expect((await probe('/readyz')).json().conditions.database).toBe(false);
  database = () => new Promise(() => {});
  expect((await probe('/readyz')).json().conditions.database).toBe(false);
});

test('figures tell the time each route took, by its pattern', async () => {
  await probe('/healthz');
  const answer = await probe('/metrics');
  expect(answer.headers['content-type']).toContain('text/plain');
  expect(answer.body).toMatch(/entente_http_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/);
  expect(answer.body).toContain('entente_nodejs_eventloop_lag_seconds');
});

test('figures are not for those the proxy lets in', async () => {
  expect((await probe('/metrics', { 'x-forwarded-for': '203.0.113.9' })).statusCode).toBe(404);
});
