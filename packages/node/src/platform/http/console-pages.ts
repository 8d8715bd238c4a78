import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Addresses } from './addresses.ts';
import type { Http } from './instance.ts';
import { sendProblem, unanswered } from './problem-answers.ts';
import { contentSecurityPolicy } from './security-headers.ts';

/** The words in index.html whose place is taken by the nonce of the answer it is sent with. */
const NONCE_PLACE = '__CSP_NONCE__';

/**
 * Serves the built console: hashed files for ever, and index.html for every other address a browser opens, so
 * that links into the console work. Files are looked up when asked for: a console built while the node runs is served.
 */
export async function serveConsole(http: Http, folder: string, addresses: Addresses): Promise<void> {
  await http.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    allowedPath: (path) => !path.endsWith('/'),
    decorateReply: false,
  });
  http.setNotFoundHandler(async (request, reply) => {
    if (!isPageVisit(request)) return sendProblem(request, reply, unanswered(request, addresses));
    return await sendPage(reply, join(folder, 'index.html'));
  });
}

function isPageVisit(request: FastifyRequest): boolean {
  const isPage = request.method === 'GET' || request.method === 'HEAD';
  return isPage && !/^\/(api|assets)(\/|$|\?)/.test(request.url);
}

async function sendPage(reply: FastifyReply, file: string): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64');
  const page = existsSync(file) ? await readFile(file, 'utf8') : NOT_BUILT;
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .header('cache-control', 'no-store')
    .send(page.replaceAll(NONCE_PLACE, nonce));
}

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Entente</title>
<h1>The console is not built</h1>
<p>The node runs and its interface answers (<a href="/api/docs">/api/docs</a>), but the officers' console has not been
built. Stop the node and run <code>npm start</code>, which builds it.</p>
</html>
`;
