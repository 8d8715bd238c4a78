import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { createHttp, type Http } from './http.ts';

const PAGE = '<meta name="csp-nonce" content="__CSP_NONCE__" /><title>Entente</title>';
let folder: string;
let http: Http;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'not-for-all.txt'), 'kept');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'start()');
  writeFileSync(join(folder, 'assets', 'index-abc.js.br'), brotliCompressSync('start()'));
  http = await createHttp({
    config: readConfig({}),
    log: createLog('silent'),
    metrics: createMetrics(),
    guard: async () => {},
    consoleFolder: folder,
  });
});
afterAll(async () => {
  await http.close();
  rmSync(folder, { recursive: true });
});

function visit(url: string, headers: Record<string, string> = {}) {
  return http.inject({ url, headers: { host: 'kz.localhost', ...headers } });
}

test.each(['/', '/desk', '/lists/un-sc?import=1', '/not-for-all.txt'])('%s opens the console', async (url) => {
  const answer = await visit(url);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body).toContain('<title>Entente</title>');
});

test('each page has a nonce of its own, which its policy names for styles and for nothing else', async () => {
  const nonces = await Promise.all(
    ['/', '/'].map(async (url) => {
      const answer = await visit(url);
      const [, nonce] = /content="([A-Za-z0-9+/=]{24})"/.exec(answer.body)!;
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(policy.split(nonce!)).toHaveLength(2);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

test('what has a hash in its name is kept for good, and sent compressed to who takes it', async () => {
  const plain = await visit('/assets/index-abc.js');
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(plain.body).toBe('start()');
  const compressed = await visit('/assets/index-abc.js', { 'accept-encoding': 'br' });
  expect(compressed.headers['content-encoding']).toBe('br');
});

test.each([
  '/assets/gone.js',
  '/assets/',
  '/assets/../not-for-all.txt',
  '/assets/%2e%2e/not-for-all.txt',
  '/assets/..%2fnot-for-all.txt',
])('%s gives nothing away', async (url) => {
  const answer = await visit(url);
  expect(answer.body).not.toContain('kept');
  expect(answer.statusCode === 200 ? answer.body : answer.json().code).toMatch(/<title>Entente|not-found/);
});

test('a console that is built anew while the node runs is the one that is served', async () => {
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets', 'index-def.js'), 'startAnew()');
  expect((await visit('/assets/index-def.js')).body).toBe('startAnew()');
  expect((await visit('/assets/index-abc.js')).json().code).toBe('not-found');
});

test('an address of the interface that is not there is no page', async () => {
  expect((await visit('/api/nothing')).json().code).toBe('not-found');
});
