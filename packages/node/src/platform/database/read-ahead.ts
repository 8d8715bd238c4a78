const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Pages of a table in the order of its ids, each asked for while the one before is worked on: the server reads as this
 * process opens, instead of each waiting for the other.
 *
 * @param read the rows after an id, in its order, at most `size` of them
 */
export async function* readAhead<Row extends { id: string }>(
  size: number,
  read: (after: string, size: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let coming = ask(read(FIRST, size));
  for (;;) {
    const rows = await coming;
    const last = rows.at(-1);
    const more = last !== undefined && rows.length === size;
    if (more) coming = ask(read(last.id, size));
    yield rows;
    if (!more) return;
  }
}

/** Whoever takes the page hears of a failure; one that comes before is no unhandled rejection. */
function ask<Value>(page: Promise<Value>): Promise<Value> {
  page.catch(() => {});
  return page;
}
