import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import { Value } from 'typebox/value';
import { PROBLEMS, Problem } from '../problem.ts';

interface FieldError {
  pointer: string;
  reason: string;
}

/** As many as help a person; a hostile body could fail in thousands of places. */
const MOST_ERRORS = 20;

/**
 * Checks a part of a request against its contract. Texts of the address and headers become the numbers and
 * booleans their contract names. A field the contract does not name is refused: were it ignored, a mistyped
 * `birthdate` would quietly widen a search.
 */
export const compileContract: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const contract = Compile(schema);
  const closed = compileClosed(schema);
  return (value: unknown) => {
    const converted = httpPart === 'body' ? value : Value.Convert(schema, value);
    if (!contract.Check(converted)) return { error: refuse(httpPart, fieldErrors(schema, converted)) };
    const unknown = httpPart === 'headers' || closed.Check(converted) ? [] : unknownFields(schema, converted);
    if (unknown.length > 0) return { error: refuse(httpPart, unknown) };
    return { value: converted };
  };
};

/**
 * The contract with every object closed: what it passes holds no unknown field. It may refuse more than it should
 * (an object described in parts); that is then looked at slowly.
 */
function compileClosed(schema: TSchema): { Check(value: unknown): boolean } {
  return Compile(close(schema) as TSchema);
}

function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, close(part)]));
  return 'properties' in schema ? { additionalProperties: false, ...parts } : parts;
}

const PARTS: Record<string, string> = { body: 'body', querystring: 'query', params: 'address', headers: 'headers' };

function refuse(httpPart: string | undefined, errors: FieldError[]): Problem {
  const part = PARTS[httpPart ?? ''] ?? 'request';
  const seen = new Set<string>();
  const distinct = errors.filter(({ pointer, reason }) => !seen.has(pointer + reason) && seen.add(pointer + reason));
  return new Problem(PROBLEMS['invalid-request'], {
    detail: `The ${part} does not follow the contract.`,
    errors: distinct
      .slice(0, MOST_ERRORS)
      .map((error) => ({ pointer: `#/${part}${error.pointer}`, reason: error.reason })),
  });
}

/**
 * What is wrong, told for the one alternative that was meant, where the alternatives tell themselves apart by a fixed
 * word each (`by: 'zone'`, `by: 'document'`); the errors of all of them together would help nobody.
 */
function fieldErrors(schema: TSchema, value: unknown): FieldError[] {
  const alternatives = (schema as { anyOf?: Alternative[] }).anyOf ?? [];
  const words = alternatives.flatMap((alternative) => fixedWords(alternative));
  const key = words[0]?.[0];
  if (key === undefined || words.length !== alternatives.length || words.some(([name]) => name !== key)) {
    return Value.Errors(schema, value).flatMap(toFieldErrors);
  }
  const said = (value as Record<string, unknown> | null)?.[key];
  const meant = alternatives[words.findIndex(([, word]) => word === said)];
  if (meant) return Value.Errors(meant, value).flatMap(toFieldErrors);
  return [{ pointer: `/${escapePointer(key)}`, reason: `must be one of ${words.map(([, word]) => word).join(', ')}` }];
}

type Alternative = TSchema & { properties?: Record<string, { const?: unknown }> };

/** Properties that can be one word only. */
function fixedWords({ properties = {} }: Alternative): [name: string, word: unknown][] {
  return Object.entries(properties).flatMap(([name, property]) =>
    'const' in property ? [[name, property.const]] : [],
  );
}

/** Reasons name the rule, never the value, which may be personal. */
function toFieldErrors(error: TLocalizedValidationError): FieldError[] {
  if (error.keyword === 'required') {
    const { requiredProperties } = error.params as { requiredProperties: string[] };
    return requiredProperties.map((name) => ({
      pointer: `${error.instancePath}/${escapePointer(name)}`,
      reason: 'is missing',
    }));
  }
  return [{ pointer: error.instancePath, reason: error.message }];
}

function unknownFields(schema: TSchema, value: unknown): FieldError[] {
  return lostFields(value, Value.Clean(schema, Value.Clone(value)), '');
}

function lostFields(value: unknown, cleaned: unknown, pointer: string): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  if (typeof cleaned !== 'object' || cleaned === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${pointer}/${escapePointer(key)}`;
    if (!Object.hasOwn(cleaned, key)) return [{ pointer: place, reason: 'is not a field of the contract' }];
    return lostFields(inner, (cleaned as Record<string, unknown>)[key], place);
  });
}

/** RFC 6901, section 3. */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100);
}
