/** A table with a sealed column: what rotating a key, and the tests that look for clear text, must know of it. */
export interface SealedTable {
  /** Schema and table, e.g. `alerts.subject`. */
  name: `${string}.${string}`;
  /** The columns of its primary key. */
  key: readonly string[];
  /** The sealed column, a `bytea`. */
  column: string;
  /** The place of a row, from the values of its key in their order: `alerts.subject/<id>`. */
  place(...key: (string | number)[]): string;
}

/**
 * Names a table whose rows are sealed. A room declares each of its tables once, seals and opens with its `place`, and lists
 * it in its `SEALED_TABLES`, which `compose.ts` joins. A table with two sealed columns is declared once for each: their
 * places differ, so that one value cannot stand in for the other.
 */
export function sealedTable(name: `${string}.${string}`, key: readonly string[], column = 'personal'): SealedTable {
  const prefix = column === 'personal' ? name : `${name}.${column}`;
  return { name, key, column, place: (...values) => [prefix, ...values].join('/') };
}
