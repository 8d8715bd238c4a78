/** Where the values of one column lie in the packed bytes: from 1, as `substring` counts, one for each row. */
export interface PackedColumn {
  starts: number[];
  lengths: number[];
}

/**
 * Byte strings and texts of many rows as one parameter. An array goes as text, each byte two digits, and PostgreSQL reads it
 * character by character; one `bytea` goes as it is. In the statement:
 *
 *     WITH packed (bytes) AS (SELECT ${packing.bytes()}::bytea)
 *     INSERT … SELECT substring(bytes FROM start FOR length) FROM packed, unnest(${starts}::int[], ${lengths}::int[]) …
 *
 * and `convert_from(substring(…), 'UTF8')` for a text.
 */
export class Packing {
  readonly #pieces: Uint8Array[] = [];
  #end = 1;

  /** Adds a column's values, in the order of the rows. */
  add(values: readonly (Uint8Array | string)[]): PackedColumn {
    const starts: number[] = [];
    const lengths: number[] = [];
    for (const value of values) {
      const piece = typeof value === 'string' ? Buffer.from(value) : value;
      starts.push(this.#end);
      lengths.push(piece.length);
      this.#pieces.push(piece);
      this.#end += piece.length;
    }
    return { starts, lengths };
  }

  /** Everything added so far. */
  bytes(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}
