import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { Secret } from './secret.ts';

/** Parsers of configuration values: each returns the value, or throws a sentence that follows "NAME=text". */

export function stateCode(text: string): string {
  if (!/^[A-Z]{2}$/.test(text))
    throw new Error('is not a state: write its ISO 3166-1 alpha-2 code in capitals, e.g. KZ');
  return text;
}

export function bodyId(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text))
    throw new Error('is not the id of a body: write it as the profile does, e.g. rats');
  return text;
}

export function path(text: string): string {
  return resolve(text);
}

export function listenAddress(text: string): string {
  if (text !== 'localhost' && isIP(text) === 0) {
    throw new Error('is not an address to listen on: write an IP address such as 127.0.0.1 or 0.0.0.0');
  }
  return text;
}

export function port(text: string): number {
  return wholeNumber(0, 65535, 'is not a port: write a number from 1 to 65535, or 0 for any free one')(text);
}

export function hostName(text: string): string {
  const name = text.toLowerCase();
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
  if (!new RegExp(`^${label}(\\.${label})*$`).test(name) || name.length > 253) {
    throw new Error('is not a host name: write it without scheme and port, e.g. kz.entente.example');
  }
  return name;
}

export function addresses(text: string): string[] {
  const list = text.split(',').map((entry) => entry.trim());
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const size = isIP(address) === 4 ? 32 : 128;
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= size))) {
      throw new Error(`names "${entry}", which is no IP address or range: write e.g. 10.0.0.5, 10.1.0.0/16`);
    }
  }
  return list;
}

export function databaseUrl(text: string): Secret {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Error('is not a PostgreSQL address: write postgresql://user:password@host:5432/database');
  }
  if (url.pathname.length < 2) throw new Error('names no database: end it with /database');
  return new Secret(text);
}

export function oneOf<const Choice extends string>(...choices: Choice[]): (text: string) => Choice {
  return (text) => {
    const chosen = choices.find((choice) => choice === text);
    if (!chosen) throw new Error(`is none of ${choices.join(', ')}`);
    return chosen;
  };
}

export function wholeNumber(least: number, most: number, refusal?: string): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) {
      throw new Error(refusal ?? `is out of range: write a whole number from ${least} to ${most}`);
    }
    return number;
  };
}
