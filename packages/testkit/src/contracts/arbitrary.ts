import * as fc from 'fast-check';

/** What of a JSON Schema the contracts use. */
interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minimum?: number;
  maximum?: number;
}

/** Longer than this tells a property nothing new. */
const MOST_ITEMS = 3;
const LONGEST = 40;

/** Every value that a contract accepts, in small: short lists and texts, but of every kind. */
export function arbitraryOf<Value>(contract: object): fc.Arbitrary<Value> {
  return arbitrary(contract as Schema) as fc.Arbitrary<Value>;
}

function arbitrary(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(arbitrary));
  switch (schema.type) {
    case 'object':
      return arbitraryObject(schema);
    case 'array':
      return arbitraryArray(schema);
    case 'string':
      return arbitraryText(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'boolean':
      return fc.boolean();
    default:
      throw new Error(`No values are known for ${JSON.stringify(schema)}`);
  }
}

function arbitraryObject({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, arbitrary(field)]));
  return fc.record(fields, { requiredKeys: required, noNullPrototype: true });
}

function arbitraryArray({
  items = {},
  minItems = 0,
  maxItems = MOST_ITEMS,
  uniqueItems,
}: Schema): fc.Arbitrary<unknown> {
  const bounds = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, MOST_ITEMS)) };
  return uniqueItems ? fc.uniqueArray(arbitrary(items), bounds) : fc.array(arbitrary(items), bounds);
}

function arbitraryText({ pattern, minLength = 0, maxLength = LONGEST }: Schema): fc.Arbitrary<unknown> {
  if (pattern !== undefined) return matching(pattern);
  const bounds = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, LONGEST)) };
  return fc.oneof(fc.string(bounds), anyCodeUnits(bounds));
}

/** Texts of any script, of controls and of halves of a pair. */
function anyCodeUnits(bounds: { minLength: number; maxLength: number }): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: 0xffff }), bounds).map((units) => String.fromCharCode(...units));
}

/** Few patterns stand in many places, and taking one apart is most of the work. */
const MATCHING = new Map<string, fc.Arbitrary<string>>();

function matching(pattern: string): fc.Arbitrary<string> {
  const known = MATCHING.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  MATCHING.set(pattern, known);
  return known;
}
