import type { Json } from './json.ts';
import { Refusal, type RefusalCode } from './refusal.ts';

/** Reads one value of parsed JSON, or refuses it and says where it stands (RFC 6901 pointer). */
export type Shape<Value> = (value: Json | undefined, at: string, code: RefusalCode) => Value;

type Fields = Record<string, Shape<unknown>>;
type Read<Of extends Fields> = { [Name in keyof Of]: ReturnType<Of[Name]> };

/** Reads a whole document by its shape; the code says what kind of thing was malformed. */
export function readShape<Value>(value: Json, shape: Shape<Value>, code: RefusalCode): Value {
  return shape(value, '', code);
}

/** An object with these fields and no other: what a reader passes over, two readers may read differently. */
export function object<Of extends Fields>(fields: Of): Shape<Read<Of>> {
  return (value, at, code) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at, 'an object', code);
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    if (unknown !== undefined) throw new Refusal(code, `a field there is no room for, in ${at || 'the document'}`);
    const read: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(fields)) {
      const field = shape(Object.hasOwn(value, name) ? value[name] : undefined, `${at}/${name}`, code);
      if (field !== undefined) read[name] = field;
    }
    return read as Read<Of>;
  };
}

export function list<Value>(of: Shape<Value>, { most, least = 0 }: { most: number; least?: number }): Shape<Value[]> {
  return (value, at, code) => {
    if (!Array.isArray(value) || value.length > most || value.length < least) {
      throw wrong(at, `a list of ${least} to ${most} items`, code);
    }
    return value.map((item, index) => of(item, `${at}/${index}`, code));
  };
}

export function text(pattern: RegExp, most = 200): Shape<string> {
  return (value, at, code) => {
    if (typeof value !== 'string' || value.length > most || !pattern.test(value)) {
      throw wrong(at, `a text like ${pattern.source}`, code);
    }
    return value;
  };
}

/** A moment in UTC with milliseconds, so that text order is time order; one the calendar has. */
export const instant: Shape<string> = (value, at, code) => {
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment) || new Date(moment).toISOString() !== value) throw wrong(at, 'a moment in UTC', code);
  return value;
};

export const count: Shape<number> = (value, at, code) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw wrong(at, 'a whole number', code);
  return value as number;
};

export function one<const Values extends readonly string[]>(...values: Values): Shape<Values[number]> {
  return (value, at, code) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw wrong(at, `one of ${values.join(', ')}`, code);
    return found;
  };
}

export function optional<Value>(of: Shape<Value>): Shape<Value | undefined> {
  return (value, at, code) => (value === undefined ? undefined : of(value, at, code));
}

export function orNull<Value>(of: Shape<Value>): Shape<Value | null> {
  return (value, at, code) => (value === null ? null : of(value, at, code));
}

/** What is read by somebody else, further on. */
export const anything: Shape<Json> = (value, at, code) => {
  if (value === undefined) throw wrong(at, 'a value', code);
  return value;
};

function wrong(at: string, expected: string, code: RefusalCode): Refusal {
  return new Refusal(code, `${expected} is expected at ${at || 'the document'}`);
}
