import type { FastifyRequest } from 'fastify';
import { PROBLEMS as PLATFORM, Problem } from '../../../platform/problem.ts';
import { PROBLEMS } from '../problems.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

export function isUnsafe(request: FastifyRequest): boolean {
  return !SAFE_METHODS.includes(request.method);
}

/**
 * Refuses what another site's page makes the browser send, before anything else is looked at: by fetch
 * metadata (https://www.w3.org/TR/fetch-metadata/) and by the Origin header, whichever the browser sends.
 * A client that sends neither is no browser, and holds no officer's cookie.
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const ownSite = site === undefined || site === 'same-origin' || (site === 'none' && !isUnsafe(request));
  const { origin } = request.headers;
  const ownOrigin = origin === undefined || origin === `${request.protocol}://${request.host}`;
  if (!ownSite || !ownOrigin) throw new Problem(PROBLEMS['foreign-origin']);
}

/**
 * The one origin the console has, as browsers write it into what a passkey signs. It is told from the configuration and
 * not from the request: another program on this machine has the same host name, but not the port.
 */
export function consoleOrigin(request: FastifyRequest, publicHost: string, port: number): string {
  if (request.hostname.toLowerCase() !== publicHost) throw new Problem(PLATFORM['wrong-host']);
  if (request.protocol === 'https') return `https://${publicHost}`;
  return new URL(`http://${publicHost}:${request.socket.localPort ?? port}`).origin;
}

/** True where a browser on this very machine speaks to the node itself, under the exact address it printed. */
export function isAtTheMachine(request: FastifyRequest, publicHost: string, port: number): boolean {
  const { remoteAddress = '', localPort } = request.socket;
  const loopback = /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(remoteAddress) || remoteAddress === '::1';
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some((name) => name in request.headers);
  return loopback && !passedOn && request.headers.host?.toLowerCase() === `${publicHost}:${localPort ?? port}`;
}

/**
 * What a limit per address counts by: an IPv4 address, or the /64 network of an IPv6 one, which is what
 * one customer usually has to himself.
 */
export function addressGroup(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return `${[...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
