/**
 * The same value with lone surrogates in its texts replaced (U+FFFD): JSON escapes can spell them, but they are no
 * characters, and canonical JSON refuses them.
 */
export function wellFormed<Value>(value: Value): Value {
  if (typeof value === 'string') return value.toWellFormed() as Value;
  if (Array.isArray(value)) return value.map(wellFormed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)])) as Value;
}
