import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VARIABLES, type Variable } from './config-variables.ts';

type Read = {
  [Key in keyof typeof VARIABLES]: ReturnType<(typeof VARIABLES)[Key]['parse']> | undefined;
};

/** Settings without a default of their own: absent means none. */
type Optional = 'body' | 'databaseUrl' | 'trustedProxies';

/** Everything a node is told from outside, read once. */
export type Config = {
  readonly [Key in keyof Read]: Key extends Optional ? Read[Key] : NonNullable<Read[Key]>;
};

/** What is wrong with the configuration: every fault, each with what to change. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The configuration does not hold together:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** The folder of the checkout, where defaults have their place. */
export const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '');

/** Reads the `ENTENTE_*` variables of `env`; throws one ConfigError that names every fault. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults = unknownNames(env);
  const read = readVariables(env, faults);
  const config = faults.length === 0 ? withDefaults(read) : undefined;
  if (config) faults.push(...contradictions(config));
  if (!config || faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** True for a node that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function readVariables(env: Record<string, string | undefined>, faults: string[]): Read {
  const read: Record<string, unknown> = {};
  for (const [key, variable] of Object.entries<Variable<unknown>>(VARIABLES)) {
    const text = env[variable.name]?.trim() || variable.preset;
    if (text === undefined) continue;
    try {
      read[key] = variable.parse(text);
    } catch (error) {
      const shown = variable.secret ? variable.name : `${variable.name}=${text}`;
      faults.push(`${shown} ${(error as Error).message}.`);
    }
  }
  return read as Read;
}

function withDefaults(read: Read): Config {
  const state = read.state!;
  const dataDir = read.dataDir ?? join(PROJECT, '.entente', read.body ?? state);
  return {
    ...(read as Config),
    profile: read.profile ?? join(PROJECT, 'profiles', 'sco-2018'),
    dataDir,
    nodeKeyFile: read.nodeKeyFile ?? join(dataDir, 'node.key'),
    oversightKeyFile: read.oversightKeyFile ?? join(dataDir, 'oversight.key'),
    keyFile: read.keyFile ?? join(dataDir, 'records.keys'),
    publicHost: read.publicHost ?? `${read.body ?? state.toLowerCase()}.localhost`,
    searchThreads: read.searchThreads ?? Math.min(32, availableParallelism()),
    peerPort: read.peerPort ?? peerPortBeside(read.port!),
  };
}

/** Any free port where the officers' is any; none is left above the highest, which `contradictions` says. */
function peerPortBeside(port: number): number {
  return port === 0 ? 0 : port + 1000;
}

/** A mistyped name would otherwise be silence. */
function unknownNames(env: Record<string, string | undefined>): string[] {
  const known = Object.values<Variable<unknown>>(VARIABLES).map((variable) => variable.name as string);
  return Object.keys(env)
    .filter((name) => name.startsWith('ENTENTE_') && !known.includes(name))
    .map((name) => `${name} is no setting of Entente. Unset it; the settings are: ${known.join(', ')}.`);
}

function contradictions(config: Config): string[] {
  const faults: string[] = [];
  if (config.peerPort > 65535) {
    faults.push(
      `ENTENTE_PORT=${config.port} leaves no port a thousand above it for other nodes. Set ENTENTE_PEER_PORT to a free one.`,
    );
  }
  if (config.peerPort === config.port && config.port !== 0) {
    faults.push(
      `ENTENTE_PEER_PORT and ENTENTE_PORT are both ${config.port}: officers and other nodes are served apart. Set one to another port.`,
    );
  }
  if (!isLoopback(config.host) && !config.trustedProxies) {
    faults.push(
      `ENTENTE_HOST=${config.host} lets other machines in without TLS. Put a proxy that ends TLS in front and name it in ENTENTE_TRUSTED_PROXIES, or listen on 127.0.0.1.`,
    );
  }
  if (config.trustedProxies && isLocalName(config.publicHost)) {
    faults.push(
      `ENTENTE_TRUSTED_PROXIES says that others come in through a proxy, but ENTENTE_PUBLIC_HOST=${config.publicHost} is a name of this machine alone. Set ENTENTE_PUBLIC_HOST to the name officers use.`,
    );
  }
  if (!config.trustedProxies && !isLocalName(config.publicHost)) {
    faults.push(
      `ENTENTE_PUBLIC_HOST=${config.publicHost} is a name for other machines, but no proxy ends TLS for it. Name the proxy in ENTENTE_TRUSTED_PROXIES, or leave ENTENTE_PUBLIC_HOST unset.`,
    );
  }
  return faults;
}

function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}
