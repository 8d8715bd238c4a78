import { CommandError, EXIT, type Invocation } from '../command.ts';
import { readPin } from '../offline/verify-register.ts';

/** The values of a call that are texts. */
export function textOf({ values }: Invocation, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** A value the command cannot do without. */
export function requireText(invocation: Invocation, name: string, what: string): string {
  const value = textOf(invocation, name);
  if (value === undefined || value === '') throw new CommandError(`say ${what}: --${name}`, EXIT.usage);
  return value;
}

/** The texts of an option that is given several times, or once with the words that follow it. */
export function listOf({ values, words }: Invocation, name: string): string[] {
  const given = values[name];
  const listed = Array.isArray(given) ? given.filter((value) => typeof value === 'string') : [];
  return [...listed, ...words];
}

/** The only word of a call. */
export function onlyFile({ words }: Invocation): string {
  if (words.length !== 1) throw new CommandError('name one file, and nothing else', EXIT.usage);
  return words[0]!;
}

export function refuseWords({ words }: Invocation): void {
  if (words.length > 0) throw new CommandError(`there is nothing to do with "${words[0]}"`, EXIT.usage);
}

/** A moment in UTC; a day alone is its beginning. Given back with milliseconds, as acts have it. */
export function readMoment(text: string, name: string): string {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000Z` : text;
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/.test(full) ? Date.parse(full) : Number.NaN;
  if (Number.isNaN(moment) || !new Date(moment).toISOString().startsWith(full.slice(0, 16))) {
    throw new CommandError(`--${name} is a moment in UTC, such as 2026-12-01 or 2026-12-01T09:00:00Z`, EXIT.usage);
  }
  return new Date(moment).toISOString();
}

/** A pin, as people copy it. */
export function requirePin(invocation: Invocation): string {
  const pin = readPin(requireText(invocation, 'pin', 'the hash of the founding statement'));
  if (/^[0-9a-f]{64}$/.test(pin)) return pin;
  throw new CommandError('--pin has 64 hexadecimal digits; compare it with another member by voice', EXIT.usage);
}

/** Fewer digits could be hit by somebody who may vary what he proposes. */
export const LEAST_DIGITS = 16;

/** The first digits of an act's hash, as people copy them. */
export function readHash(invocation: Invocation): string {
  const text = requireText(invocation, 'hash', 'which act, by the first digits of its hash');
  const prefix = text.replaceAll(/\s/g, '').toLowerCase();
  if (/^[0-9a-f]*$/.test(prefix) && prefix.length >= LEAST_DIGITS) return prefix;
  throw new CommandError(`--hash takes ${LEAST_DIGITS} or more hexadecimal digits`, EXIT.usage);
}
