import type { FastifyRequest } from 'fastify';
import { PROBLEMS, Problem } from '../problem.ts';

/** No contract nests deeper; a body that does is meant to exhaust the stack. */
const DEEPEST = 32;

type JsonParser = (request: FastifyRequest, text: string, done: (error: Error | null, value?: unknown) => void) => void;

/**
 * Reads a JSON body: UTF-8 without errors, nested no deeper than 32, no `__proto__` or `constructor` keys
 * (which `parse`, Fastify's own, refuses).
 */
export function jsonBodyParser(parse: JsonParser) {
  return (request: FastifyRequest, body: Buffer, done: (error: Error | null, value?: unknown) => void) => {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    } catch (cause) {
      return done(new Problem(PROBLEMS['malformed-body'], { detail: 'The body is not UTF-8.', cause }));
    }
    if (isDeeperThan(text, DEEPEST)) {
      return done(new Problem(PROBLEMS['malformed-body'], { detail: `The body nests deeper than ${DEEPEST}.` }));
    }
    parse(request, text, (error, value) => {
      if (error) done(new Problem(PROBLEMS['malformed-body'], { detail: 'The body is not well-formed JSON.' }));
      else done(null, value);
    });
  };
}

/** Counts brackets outside strings, so that depth is known before anything recurses. */
export function isDeeperThan(text: string, limit: number): boolean {
  // Most bodies have not even so many brackets, and a long one without any takes no time to look through.
  if (countUpTo(text, '{', limit + 1) + countUpTo(text, '[', limit + 1) <= limit) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > limit) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

/** How often a character stands in a text, counted no further than `most`. */
function countUpTo(text: string, character: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0 && count < most; at = text.indexOf(character, at + 1)) count++;
  return count;
}
