/** An array of one thread's own that grows by half when it is full. */
export function grown<T extends Uint16Array | Uint32Array | Float64Array>(array: T, needed: number): T {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(
    Math.max(needed, array.length + (array.length >> 1), 1024),
  );
  larger.set(array as never);
  return larger;
}
